import { family } from "mailworthy";
import { examine, type Row } from "mailworthy/testing";
import { expect, it } from "vitest";
import checks from "../../checks/index.js";
import { mailHost, secured, upTo } from "./mail-host.js";
import { under } from "./mta-sts/policy.js";

const ofMailHosts = checks.filter(({ id }) => ["smtp", "tls", "cert"].includes(family(id)));
const modern = "TLS: mx1.example.com until 2026-03-01";
const refusal = secured("TLS: !alert protocol_version", "");
const host = (tls: string): Row => mailHost(secured(tls), { legacy: refusal });
const silent = { fail: [], warn: [], inconclusive: 0 };

/** What is wrong with a mail host, by all checks that look at one: one cause must not be told as many. */
it.each<[string, Row, { fail: string[]; warn: string[]; inconclusive: number }]>([
  ["nothing", host(modern), silent],
  ["a closed port", mailHost("!refused"), silent],
  ["another service", mailHost("S: SSH-2.0-OpenSSH_9.9"), { ...silent, fail: ["smtp/greeting"] }],
  ["no mail taken", mailHost("S: 554 No SMTP service here"), { ...silent, fail: ["smtp/greeting"] }],
  [
    "no STARTTLS",
    mailHost("S: 220 mx1.example.com\nC: EHLO *\nS: 250 mx1.example.com"),
    { ...silent, fail: ["tls/starttls-offered"] },
  ],
  ["STARTTLS refused", mailHost(upTo("S: 502 no")), { ...silent, fail: ["tls/starttls-handshake"] }],
  ["no handshake", mailHost(refusal, { permissive: refusal }), { ...silent, fail: ["tls/starttls-handshake"] }],
  [
    "TLS 1.0 only",
    mailHost(refusal, { permissive: secured(`${modern} version=TLSv1`) }),
    { ...silent, fail: ["tls/version-modern"] },
  ],
  ["a self-signed certificate", host(`${modern} trust=self-signed`), { ...silent, warn: ["cert/self-signed"] }],
  [
    "a self-signed certificate as it was installed",
    host("TLS: localhost until 2026-01-02 trust=self-signed signature=sha1WithRSAEncryption"),
    { ...silent, warn: ["cert/self-signed"] },
  ],
  ["an expired certificate", host("TLS: mx1.example.com until 2025-12-30"), { ...silent, fail: ["cert/not-expired"] }],
  ["a private authority", host(`${modern} trust=untrusted-root`), { ...silent, warn: ["cert/trust-chain"] }],
  [
    "a private authority under an enforced MTA-STS policy",
    under("enforce", host(`${modern} trust=untrusted-root`)),
    { ...silent, fail: ["cert/trust-chain"] },
  ],
  [
    "a self-signed certificate under an enforced MTA-STS policy",
    under("enforce", host(`${modern} trust=self-signed`)),
    { ...silent, fail: ["cert/self-signed"] },
  ],
  ["a missing intermediate", host(`${modern} trust=incomplete`), { ...silent, warn: ["cert/chain-complete"] }],
  ["another name", host("TLS: mail.example.com until 2026-03-01"), { ...silent, warn: ["cert/name-match"] }],
  ["a short key", host(`${modern} key=rsa1024`), { ...silent, fail: ["cert/key-strength"] }],
  ["421", mailHost("S: 421 4.7.0 too many connections"), { ...silent, inconclusive: ofMailHosts.length }],
  ["silence", mailHost("!timeout"), { ...silent, inconclusive: ofMailHosts.length }],
])("%s", async (_, row, expected) => {
  const found = await Promise.all(ofMailHosts.map((check) => examine(check, row)));
  const results = found.flatMap((report) => report.results);
  const ids = (status: string): string[] => results.filter((one) => one.status === status).map(({ check }) => check);
  expect({ fail: ids("fail"), warn: ids("warn"), inconclusive: ids("inconclusive").length }).toEqual(expected);
  expect(new Set(found.flatMap(({ causes }) => causes.map(({ id }) => id))).size).toBe(expected.inconclusive ? 1 : 0);
});
