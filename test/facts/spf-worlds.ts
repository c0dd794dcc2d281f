import { array, constantFrom, oneof, option, record, tuple } from "fast-check";

/** Names that the generated records speak of; each has one, and so they meet, loop and miss. */
export const names = ["example.com", "a.example.com", "b.example.com", "c.example.org", "d.example.org"];
const target = constantFrom(...names, "gone.example.net", "%{d}", "x.%{d2}", "%{ir}.%{v}.example.com", "%{l}.%{o}");
export const clients = ["192.0.2.1", "192.0.2.77", "2001:db8::1"];

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
export const text = tuple(array(term, { maxLength: 5 }), ending).map(([terms, end]) =>
  ["v=spf1", ...terms, end].filter(Boolean).join(" "),
);

export const held = record({
  txt: oneof(
    { weight: 9, arbitrary: text.map((one) => [one]) },
    { weight: 1, arbitrary: array(text, { maxLength: 2 }) },
  ),
  a: array(constantFrom("192.0.2.1", "192.0.2.77", "198.51.100.1"), { maxLength: 2 }),
  aaaa: array(constantFrom("2001:db8::1", "2001:db8:1::1"), { maxLength: 1 }),
  mx: array(constantFrom(...names), { maxLength: 2 }),
  fault: constantFrom("", "", "", "", "", "", "A", "TXT", "MX"),
});

/** The world as zone lines. */
export function zoneOf(
  all: { txt: string[]; a: string[]; aaaa: string[]; mx: string[]; fault: string }[],
  pointers: string[],
): string {
  const lines = all.flatMap(({ txt, a, aaaa, mx, fault }, at) => {
    const name = names[at]!;
    const kinds: [string, string[]][] = [
      ["TXT", txt.map((one) => `"${one}"`)],
      ["A", a],
      ["AAAA", aaaa],
      ["MX", mx.map((host, preference) => `${preference} ${host}`)],
    ];
    return kinds.flatMap(([kind, values]) =>
      kind === fault ? [`${name} ${kind} !timeout`] : values.map((one) => `${name} ${kind} ${one}`),
    );
  });
  return [...lines, ...pointers.map((name) => `1.2.0.192.in-addr.arpa PTR ${name}`)].join("\n");
}
