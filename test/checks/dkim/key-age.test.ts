import type { History } from "mailworthy";
import { testCheck } from "mailworthy/testing";
import check from "../../../checks/dkim/key-age.js";
import { keys } from "./keys.js";

const target = { selectors: ["s1"] };
const now = "2026-06-01T12:00:00Z";
const at = (data: string, firstSeen?: string): { zone: string; target: object; now: string; here: object } => ({
  zone: `s1._domainkey.example.com TXT ${data}`,
  target,
  now,
  here: { history: seen(firstSeen) },
});
const key = `"v=DKIM1; p=${keys.rsa2048}"`;
const seen = (at: string | undefined): History => ({
  keyFirstSeen: async (selector, spki) =>
    selector === "s1._domainkey.example.com" && spki === keys.rsa2048 ? at : undefined,
});

testCheck(check, {
  seen: [
    at(key, "2026-05-01T00:00:00Z"),
    at(key, now),
    { ...at(key, "2024-01-01T00:00:00Z"), options: { days: 1_000 } },
  ],
  old: [at(key, "2025-05-01T00:00:00Z"), { ...at(key, "2026-05-01T00:00:00Z"), options: { days: 30 } }],
  skip: [at(`"v=DKIM1; p="`, now), { zone: "example.com MX 10 mx1.example.com", target }],
  inconclusive: [
    { zone: at(key).zone, target },
    at(key),
    at(`"v=DKIM1; p=${keys.rsa1024}"`, "2024-01-01T00:00:00Z"),
    at("!timeout", "2024-01-01T00:00:00Z"),
  ],
});
