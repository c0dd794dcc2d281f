import { testCheck } from "mailworthy/testing";
import check from "../../../checks/dmarc/rua-deliverable.js";

const record = (name: string, text: string): string => `_dmarc.${name} TXT "${text}"\n`;
const world = (domain: string, ...zone: string[]) => ({ zone: zone.join("\n"), target: { domain } });
const at = (text: string) => world("example.com", record("example.com", text));

const asks = record("example.com", "v=DMARC1; p=none; rua=mailto:a@reports.example.net,mailto:b@other.example");
const mx = "reports.example.net MX 10 mx.example.net";

testCheck(check, {
  deliverable: [
    world("example.com", asks, mx, "other.example A 192.0.2.1"),
    world("example.com", record("example.com", "v=DMARC1; p=none; rua=https://r.example/x"), "r.example A 192.0.2.1"),
  ],
  lost: [
    world("example.com", asks, mx),
    world("example.com", asks, mx, "other.example MX 0 ."),
    // What is certain is not held up by what is not.
    world("example.com", asks, "reports.example.net MX !timeout", "other.example MX 0 ."),
  ],
  skip: [
    world("example.com", "example.com MX 10 mx1.example.com"),
    at("v=DMARC1; p=none"),
    at("v=DMARC1; p=none; rua=b"),
  ],
  inconclusive: [
    world("example.com", "_dmarc.example.com TXT !timeout"),
    world("example.com", asks, mx, "other.example * !timeout"),
  ],
});
