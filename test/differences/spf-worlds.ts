import { array, constantFrom, oneof, option, record, tuple, type Arbitrary } from "fast-check";
import type { CaseRecords } from "../conformance/records.js";

/** Names that the generated records speak of; each has one, and so they meet, loop and miss. */
const names = ["example.com", "a.example.com", "b.example.com", "c.example.org", "d.example.org"];
const target = constantFrom(...names, "gone.example.net", "%{d}", "x.%{d2}", "%{ir}.%{v}.example.com", "%{l}.%{o}");
const clients = ["192.0.2.1", "192.0.2.77", "2001:db8::1"];

const qualifier = constantFrom("", "", "+", "-", "~", "?");
const prefix = constantFrom("", "", "", "/24", "//32", "/25//64", "/0");
const mechanism = oneof(
  {
    weight: 3,
    arbitrary: tuple(constantFrom("a", "mx"), option(target), prefix).map(
      ([name, to, bits]) => `${name}${to ? `:${to}` : ""}${bits}`,
    ),
  },
  { weight: 3, arbitrary: target.map((to) => `include:${to}`) },
  { weight: 1, arbitrary: target.map((to) => `exists:${to}`) },
  { weight: 1, arbitrary: option(target).map((to) => (to ? `ptr:${to}` : "ptr")) },
  { weight: 2, arbitrary: constantFrom("ip4:192.0.2.0/28", "ip4:192.0.2.77", "ip6:2001:db8::/64", "ip6:2001:db8::2") },
  {
    weight: 1,
    arbitrary: constantFrom("foo", "ip4:192.0.2", "a:example", "include:", "ip6:192.0.2.1", "exists:%{x}.example"),
  },
);
const term = tuple(qualifier, mechanism).map((parts) => parts.join(""));
const ending = oneof(
  constantFrom("-all", "~all", "?all", "", "all mx"),
  target.map((to) => `redirect=${to}`),
);
const text = tuple(array(term, { maxLength: 5 }), ending).map(([terms, end]) =>
  ["v=spf1", ...terms, end].filter(Boolean).join(" "),
);

const held = record({
  TXT: oneof(
    { weight: 9, arbitrary: text.map((one) => [one]) },
    { weight: 1, arbitrary: array(text, { maxLength: 2 }) },
  ),
  A: array(constantFrom("192.0.2.1", "192.0.2.77", "198.51.100.1"), { maxLength: 2 }),
  AAAA: array(constantFrom("2001:db8::1", "2001:db8:1::1"), { maxLength: 1 }),
  MX: array(constantFrom(...names), { maxLength: 2 }),
  silent: constantFrom("", "", "", "", "", "", "A", "TXT", "MX"),
});

/** A question to check_host(), with all that DNS holds for it. */
export interface SpfWorld {
  records: CaseRecords;
  ip: string;
  mailfrom: string;
  helo: string;
}

export const spfWorld: Arbitrary<SpfWorld> = tuple(
  tuple(held, held, held, held, held),
  array(constantFrom(...names), { maxLength: 2 }),
  constantFrom(...clients),
).map(([all, pointers, ip]) => {
  const records: CaseRecords = {};
  for (const [at, { TXT, A, AAAA, MX, silent }] of all.entries()) {
    const exchanges = MX.map((host, preference) => [preference, host]);
    const kinds = Object.entries({ TXT: TXT.map((one) => [one]), A, AAAA, MX: exchanges }).map(
      ([type, values]): [string, "TIMEOUT" | unknown[]] => [type, type === silent ? "TIMEOUT" : values],
    );
    const some = kinds.filter(([, values]) => values.length > 0);
    if (some.length > 0) records[names[at]!] = Object.fromEntries(some);
  }
  if (pointers.length > 0) records["1.2.0.192.in-addr.arpa"] = { PTR: pointers };
  return { records, ip, mailfrom: "user@example.com", helo: "mail.example.com" };
});
