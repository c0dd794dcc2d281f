import { testCheck } from "mailworthy/testing";
import check from "../../../checks/dkim/key-shared.js";
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
const wrapped = (key: string): string => `"v=DKIM1; n=another text; p=${key}"`;

testCheck(check, {
  own: at({ s1: one, s2: other, s3: revoked }),
  shared: [
    at({ s1: one, s2: one, s3: other }),
    at({ s1: wrapped(keys.rsa2048), s2: wrapped(keys.rsa2048Pkcs1) }),
    at({ s1: one, s2: one, s3: "!timeout" }),
  ],
  skip: [
    at({ s1: one }, { selectors: [] }),
    at({ s1: one }, { selectors: ["s1"] }),
    at({ s1: one }),
    at({ s1: revoked, s2: revoked }),
  ],
  inconclusive: [at({ s1: one, s2: other, s3: "!timeout" }), at({ s1: "!servfail" })],
});
