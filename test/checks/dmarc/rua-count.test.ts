import { testCheck } from "mailworthy/testing";
import check from "../../../checks/dmarc/rua-count.js";

const record = (name: string, text: string): string => `_dmarc.${name} TXT "${text}"\n`;
const world = (domain: string, ...zone: string[]) => ({ zone: zone.join("\n"), target: { domain } });
const at = (text: string) => world("example.com", record("example.com", text));

const many = ["a", "b", "c"].map((box) => `mailto:${box}@example.com`).join(",");

testCheck(check, {
  few: [at("v=DMARC1; p=none; rua=mailto:a@example.com,mailto:b@example.com"), at("v=DMARC1; p=none; rua=x")],
  many: at(`v=DMARC1; p=none; rua=${many}`),
  skip: [world("example.com", "example.com MX 10 mx1.example.com"), at("v=DMARC1; p=none")],
  inconclusive: world("example.com", "_dmarc.example.com TXT !timeout"),
});
