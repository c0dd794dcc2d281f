import { testCheck } from "mailworthy/testing";
import check from "../../../checks/dmarc/rua-size-suffix.js";

const record = (name: string, text: string): string => `_dmarc.${name} TXT "${text}"\n`;
const world = (domain: string, ...zone: string[]) => ({ zone: zone.join("\n"), target: { domain } });
const at = (text: string) => world("example.com", record("example.com", text));

testCheck(check, {
  plain: at("v=DMARC1; p=none; rua=mailto:a@example.com"),
  limited: at("v=DMARC1; p=none; rua=mailto:a@example.com!10m,mailto:b@example.com"),
  skip: [world("example.com", "example.com MX 10 mx1.example.com"), at("v=DMARC1; p=none")],
  inconclusive: world("example.com", "_dmarc.example.com TXT !timeout"),
});
