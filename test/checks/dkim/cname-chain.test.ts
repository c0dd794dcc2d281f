import { testCheck } from "mailworthy/testing";
import check from "../../../checks/dkim/cname-chain.js";

const target = { selectors: ["s1"] };
const alias = (line = ""): { zone: string; target: object } => ({
  zone: `s1._domainkey.example.com CNAME s1.keys.example.net\n${line}`,
  target,
});

testCheck(check, {
  leads: alias(`s1.keys.example.net TXT "v=DKIM1; p="`),
  chain: alias(`s1.keys.example.net CNAME s1.example.org\ns1.example.org TXT "v=DKIM1; p="`),
  gone: alias(),
  empty: alias(`s1.keys.example.net A 192.0.2.1`),
  circle: alias(`s1.keys.example.net CNAME s1._domainkey.example.com`),
  skip: [
    { zone: `s1._domainkey.example.com TXT "v=DKIM1; p="`, target },
    { zone: `example.com MX 10 mx1.example.com`, target },
  ],
  inconclusive: alias(`s1.keys.example.net TXT !servfail`),
});
