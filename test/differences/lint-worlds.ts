import { array, constantFrom, oneof, option, record, tuple, uniqueArray, type Arbitrary } from "fast-check";
import type { CaseRecords } from "../conformance/records.js";

const domains = ["example.com", "a.example.com", "b.example.com", "c.example.org", "d.example.org"];
const [domain] = domains as [string];

const target = constantFrom(...domains.slice(1), "gone.example.net");
const mechanism = oneof(
  {
    weight: 3,
    arbitrary: tuple(constantFrom("a", "mx"), option(target)).map(([name, to]) => (to ? `${name}:${to}` : name)),
  },
  { weight: 4, arbitrary: target.map((to) => `include:${to}`) },
  { weight: 1, arbitrary: target.map((to) => `exists:${to}`) },
  { weight: 3, arbitrary: constantFrom("ip4:192.0.2.0/28", "ip4:198.51.100.7", "ip6:2001:db8::/64") },
);
const ending = oneof(
  constantFrom("-all", "~all", "?all", ""),
  target.map((to) => `redirect=${to}`),
);
const spf = tuple(array(mechanism, { maxLength: 5 }), ending).map(([terms, end]) =>
  ["v=spf1", ...terms, end].filter(Boolean).join(" "),
);
const held = record({
  TXT: array(spf, { minLength: 1, maxLength: 1 }),
  A: array(constantFrom("192.0.2.1", "198.51.100.1"), { maxLength: 1 }),
  AAAA: array(constantFrom("2001:db8::1"), { maxLength: 1 }),
  MX: array(constantFrom(...domains), { maxLength: 2 }),
});

/** A domain, with all that DNS holds for its SPF record. */
export const spfDomain: Arbitrary<{ domain: string; records: CaseRecords }> = tuple(held, held, held, held, held).map(
  (all) => {
    const records: CaseRecords = {};
    for (const [at, { TXT, A, AAAA, MX }] of all.entries()) {
      const kinds = { TXT: TXT.map((one) => [one]), A, AAAA, MX: MX.map((host, preference) => [preference, host]) };
      records[domains[at]!] = Object.fromEntries(Object.entries(kinds).filter(([, values]) => values.length > 0));
    }
    return { domain, records };
  },
);

const tag = constantFrom(
  "p=none",
  "p=quarantine",
  "p=reject",
  "p=bad",
  "sp=none",
  "np=reject",
  "pct=50",
  "pct=200",
  "rua=mailto:d@example.com",
  "rua=mailto:d@example.com!10m",
  "rua=d@example.com",
  "adkim=s",
  "aspf=x",
  "fo=0:1",
  "psd=n",
  "psd=y",
  "t=y",
  "x=later",
);
const policy = tuple(
  constantFrom("v=DMARC1", "v=DMARC1", "v=DMARC1", "v=dmarc1"),
  uniqueArray(tag, { maxLength: 4 }),
).map(([version, tags]) => [version, ...tags].join("; "));
const texts = oneof(
  { weight: 6, arbitrary: array(policy, { minLength: 1, maxLength: 1 }) },
  { weight: 1, arbitrary: array(policy, { minLength: 2, maxLength: 2 }) },
  { weight: 1, arbitrary: policy.map((one) => [one, "verification=abc"]) },
  { weight: 1, arbitrary: constantFrom(["v=spf1 -all"], ["verification=abc"]) },
  { weight: 3, arbitrary: constantFrom<string[]>([]) },
);

/** A domain below an organization's, with DMARC records at each level or none. */
export const dmarcDomain: Arbitrary<{ domain: string; records: CaseRecords }> = tuple(
  texts,
  texts,
  texts,
  constantFrom("example.com", "a.example.com", "b.a.example.com"),
).map(([apex, parent, own, domain]) => {
  const records: CaseRecords = {
    com: {},
    "example.com": { MX: [[10, "mx.example.com"]] },
    "mx.example.com": { A: ["192.0.2.25"] },
  };
  for (const [name, found] of [
    ["example.com", apex],
    ["a.example.com", parent],
    ["b.a.example.com", own],
  ] as const) {
    records[name] ??= { A: ["192.0.2.1"] };
    records[`_dmarc.${name}`] = found.length > 0 ? { TXT: found.map((one) => [one]) } : {};
  }
  return { domain, records };
});
