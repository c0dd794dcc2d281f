import { testCheck } from "mailworthy/testing";
import check from "../../../checks/dmarc/rua-external-auth.js";

const at = (...texts: string[]): { zone: string } => ({
  zone: texts.map((text) => `_dmarc.example.com TXT "${text}"`).join("\n"),
});
const none = { zone: `example.com MX 10 mx1.example.com` };
const silent = { zone: `_dmarc.example.com TXT !timeout` };
const inherited = { zone: `_dmarc.example.com TXT "v=DMARC1; p=reject"`, target: { domain: "news.example.com" } };

const record = `_dmarc.example.com TXT "v=DMARC1; p=none; rua=mailto:a@example.com,mailto:b@reports.example.net"`;
const consent = "example.com._report._dmarc.reports.example.net";

testCheck(check, {
  agreed: [
    { zone: `${record}\n${consent} TXT "v=DMARC1"` },
    { zone: `${record}\n${consent} TXT "v=spf1 -all"\n${consent} TXT "v=DMARC1;"\n${consent} TXT "v=DMARC1"` },
    { zone: `${record}\n*._report._dmarc.reports.example.net TXT "v=DMARC1"` },
  ],
  missing: [
    { zone: record },
    { zone: `${record}\n${consent} TXT "v=dmarc1"` },
    { zone: `${record}\n_report._dmarc.reports.example.net TXT "v=DMARC1"` },
  ],
  skip: [
    none,
    inherited,
    at("v=DMARC1; p=none"),
    at("v=DMARC1; p=none; rua=mailto:a@example.com,mailto:b@mail.example.com"),
    at("v=DMARC1; p=none; rua=b"),
  ],
  inconclusive: [
    silent,
    { zone: `${record}\n${consent} TXT !timeout` },
    { zone: `${record}\n_dmarc.net TXT !timeout` },
  ],
});
