import { testCheck } from "mailworthy/testing";
import check from "../../../checks/dmarc/reject-users-advice.js";

const record = (name: string, text: string): string => `_dmarc.${name} TXT "${text}"\n`;
const world = (domain: string, ...zone: string[]) => ({ zone: zone.join("\n"), target: { domain } });
const at = (text: string) => world("example.com", record("example.com", text));

const as = (role: readonly ("sends" | "receives")[], text: string) => ({ ...at(text), target: { role } });

testCheck(check, {
  other: as(["sends", "receives"], "v=DMARC1; p=quarantine"),
  automatic: as(["sends"], "v=DMARC1; p=reject"),
  people: as(["sends", "receives"], "v=DMARC1; p=reject"),
  skip: [as(["receives"], "v=DMARC1; p=reject"), world("example.com", "example.com MX 10 mx1.example.com")],
  inconclusive: [
    { zone: "_dmarc.example.com TXT !timeout", target: { role: ["sends"] } },
    world(
      "example.com",
      record("example.com", "v=DMARC1; p=reject"),
      'example.com TXT "v=spf1 ip4:192.0.2.25 -all"',
      "example.com MX !timeout",
    ),
  ],
});
