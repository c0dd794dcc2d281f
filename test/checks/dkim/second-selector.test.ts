import { testCheck } from "mailworthy/testing";
import check from "../../../checks/dkim/second-selector.js";
import { keys } from "./keys.js";

const target = { selectors: ["s1", "s2", "s3"] };
const at = (data: Record<string, string>, more = {}): { zone: string; target: object } => ({
  zone: Object.entries(data)
    .map(([selector, text]) => `${selector}._domainkey.example.com TXT ${text}`)
    .join("\n"),
  target: { ...target, ...more },
});
const one = `"v=DKIM1; p=${keys.rsa1024}"`;
const other = `"v=DKIM1; k=ed25519; p=${keys.ed25519}"`;
const revoked = `"v=DKIM1; p="`;

testCheck(check, {
  ready: [at({ s1: one, s2: other }), at({ s1: one, s2: other, s3: "!timeout" })],
  single: [at({ s1: one }), at({ s1: one, s2: revoked }), at({ s1: one }, { selectors: ["s1"] })],
  skip: [at({ s1: one }, { selectors: [] }), at({ s1: revoked }), at({})],
  inconclusive: [at({ s1: one, s2: "!servfail" }), at({ s2: "!timeout" })],
});
