import { array, constantFrom, option, record, subarray, tuple, uniqueArray, type Arbitrary } from "fast-check";
import type { CaseRecords } from "../conformance/records.js";

const names = [
  "example.com",
  "a.example.com",
  "b.example.com",
  "c.a.example.com",
  "d.c.a.example.com",
  "example.net",
  "com",
];
const deep = "l.k.j.i.h.g.f.e.a.example.com";
const texts = [
  "v=DMARC1; p=none",
  "v=DMARC1; p=reject",
  "v=DMARC1; p=quarantine; sp=none; np=reject",
  "v=DMARC1;p=reject;sp=quarantine",
  "v=DMARC1; p=reject; t=y; np=none",
  "v=DMARC1; p=reject; aspf=s; adkim=s",
  "v=DMARC1; p=quarantine; adkim=s",
  "v=DMARC1; p=reject; psd=n",
  "v=DMARC1; p=none; sp=quarantine; psd=y",
  "v=DMARC1; p=reject; psd=u; pct=50",
  "v=DMARC1",
  "v=DMARC1; rua=mailto:d@example.com",
  "v=DMARC1; p=bad; rua=mailto:d@example.com",
  "v=DMARC1; p=bad; rua=d@example.com",
  "v=DMARC1; p=reject; sp=bad",
  "v=DMARC1; p=reject; np=bad; rua=mailto:d@example.com",
  "v=DMARC1; p=none; p=reject",
  "v=dmarc1; p=reject",
  " v=DMARC1; p=reject",
  "v=DMARC1; P=reject",
  "v=DMARC1; p=bad; rua=mailto:",
  "v=spf1 -all",
  "SERVFAIL",
];

/** A message's identifiers that passed, with all that DNS holds for its author's domain. */
export interface DmarcWorld {
  records: CaseRecords;
  from: string;
  spf: { result: string; domain: string }[];
  dkim: { result: string; domain: string }[];
}

const domain = constantFrom(...names, deep);
const passed = (domain: string): { result: string; domain: string } => ({ result: "pass", domain });

export const dmarcWorld: Arbitrary<DmarcWorld> = record({
  author: domain,
  spf: option(domain, { nil: undefined }),
  dkim: array(domain, { maxLength: 2 }),
  published: uniqueArray(tuple(constantFrom(...names, "e.a.example.com"), constantFrom(...texts)), {
    maxLength: 5,
    selector: (pair) => pair.join(),
  }),
  existing: subarray(names),
}).map(({ author, spf, dkim, published, existing }) => {
  const records: CaseRecords = {};
  for (const name of existing) records[name] = { A: ["192.0.2.1"] };
  for (const [at, text] of published) {
    const name = `_dmarc.${at}`;
    const held = records[name] as { TXT: unknown[] } | undefined;
    if (text === "SERVFAIL") records[name] = { TXT: "SERVFAIL" };
    else if (typeof held?.TXT !== "string") records[name] = { TXT: [...(held?.TXT ?? []), [text]] };
    // Below a name that holds something, the names in between exist (RFC 8020 §2).
    for (let up = at; up.includes("."); up = up.slice(up.indexOf(".") + 1)) records[up] ??= {};
  }
  return {
    records,
    from: `a@${author}`,
    spf: spf === undefined ? [] : [passed(spf)],
    dkim: dkim.map(passed),
  };
});
