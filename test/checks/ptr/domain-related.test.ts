import { testCheck } from "mailworthy/testing";
import check from "../../../checks/ptr/domain-related.js";

const target = { senders: ["192.0.2.25"] };
const ptr = (name: string): string => `25.2.0.192.in-addr.arpa PTR ${name}`;

testCheck(check, {
  related: [
    { zone: ptr("mx1.example.com"), target },
    {
      zone: `${ptr("mx1.example.com")}\n_dmarc.example.com TXT "v=DMARC1; p=none"`,
      target: { ...target, domain: "news.example.com" },
    },
  ],
  other: { zone: ptr("out.esp.example"), target },
  skip: [{ zone: "", target }, { zone: ptr("mx1.example.com") }],
  inconclusive: [
    { zone: `25.2.0.192.in-addr.arpa PTR !timeout`, target },
    {
      zone: `${ptr("mx1.example.com")}\n_dmarc.com TXT !timeout`,
      target: { ...target, domain: "news.example.com" },
    },
  ],
});
