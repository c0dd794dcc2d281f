import { expect, it } from "vitest";
import { examine, testCheck } from "mailworthy/testing";
import check from "../../../checks/dmarc/org-domain-divergence.js";

const record = (name: string, text: string): string => `_dmarc.${name} TXT "${text}"\n`;
const world = (domain: string, ...zone: string[]) => ({ zone: zone.join("\n"), target: { domain } });

const bank = record("bank", "v=DMARC1; p=reject; psd=y");
const unpinned = world(
  "mail.example.co.uk",
  record("mail.example.co.uk", "v=DMARC1; p=reject"),
  "example.co.uk MX 10 mx.example.co.uk",
);
const two = record("news.example.com", "v=DMARC1; p=none") + record("news.example.com", "v=DMARC1; p=reject");

testCheck(check, {
  same: [
    world("example.com", record("example.com", "v=DMARC1; p=reject")),
    world("news.example.co.uk", record("example.co.uk", "v=DMARC1; p=none; sp=reject")),
    world("a.b.example.com", record("b.example.com", "v=DMARC1; p=none"), record("example.com", "v=DMARC1; p=reject")),
    world("example.com", record("example.com", "v=DMARC1; p=reject; t=y; pct=10")),
    world("gone.example.com", record("example.com", "v=DMARC1; p=none; np=reject")),
    world("you.github.io", record("you.github.io", "v=DMARC1; p=reject")),
    world("example.bank", bank, record("example.bank", "v=DMARC1; p=reject")),
  ],
  none: [
    world("mail.example.co.uk", "mail.example.co.uk A 192.0.2.1"),
    world("example.com", record("example.com", "v=DMARC1")),
  ],
  policy: [
    world("example.bank", bank),
    world("news.example.com", two, record("example.com", "v=DMARC1; p=reject")),
    world("example.com", record("example.com", "v=DMARC1; p=reject; np=bad; rua=mailto:a@example.com")),
  ],
  boundary: [
    unpinned,
    world(
      "mail.example.com",
      record("mail.example.com", "v=DMARC1; p=reject; psd=n"),
      record("example.com", "v=DMARC1; p=none"),
    ),
    world("you.github.io", record("you.github.io", "v=DMARC1; p=reject"), record("github.io", "v=DMARC1; p=reject")),
  ],
  skip: world("example.com", record("example.com", "v=dmarc1; p=none")),
  inconclusive: [
    world("example.com", "_dmarc.example.com TXT !timeout"),
    world("news.example.com", "_dmarc.example.com TXT !servfail"),
    world(
      "news.example.com",
      record("news.example.com", "v=DMARC1; p=none"),
      "_dmarc.com TXT !timeout",
      record("example.com", "v=DMARC1; p=none"),
    ),
  ],
});

it.each([
  ["at the registered domain", unpinned, "v=DMARC1; p=none; rua=mailto:dmarc-reports@example.co.uk"],
  ["at the domain itself", world("example.bank", bank), "v=DMARC1; p=reject"],
  [
    "that pins the boundary",
    world("a.you.github.io", record("you.github.io", "v=DMARC1; p=reject"), record("github.io", "v=DMARC1; p=reject")),
    "v=DMARC1; p=reject; psd=n",
  ],
])("prints the record %s", async (_, row, to) => {
  const { results } = await examine(check, row);
  expect(results[0]!.findings.at(-1)!.fix).toMatchObject({ to });
});

it("says both where policy and boundary differ", async () => {
  const row = world("you.github.io", record("github.io", "v=DMARC1; p=reject"));
  const { results } = await examine(check, row);
  expect(results[0]!.findings.map(({ text }) => text)).toEqual([
    "receivers of RFC 9989 apply reject from github.io, those of RFC 7489 none at all",
    "receivers of RFC 9989 take github.io for the organizational domain, those of RFC 7489 you.github.io; what aligns for some does not for others",
  ]);
});
