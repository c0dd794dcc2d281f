import { testCheck } from "mailworthy/testing";
import { expect, it } from "vitest";
import check from "../../../checks/spf/lookup-limit.js";
import { examine } from "../../../src/testing/test-check.js";

/** A record with so many `a` terms, each of which finds an address. */
const hosts = (count: number, name = "example.com", more = "-all"): string =>
  [
    `${name} TXT "v=spf1 ${Array.from({ length: count }, (_, at) => `a:a${at}.${name}`).join(" ")} ${more}"`,
    ...Array.from({ length: count }, (_, at) => `a${at}.${name} A 192.0.2.${at}`),
  ].join("\n");

testCheck(check, {
  within: [
    { zone: `example.com TXT "v=spf1 -all"` },
    { zone: hosts(8) },
    { zone: hosts(8) + `\n`, options: { near: 10 } },
    { zone: `example.com TXT "v=spf1 -all ${"mx ".repeat(12)}"` },
    { zone: `example.com TXT "v=spf1 exists:%{i}.x.example -all"` },
  ],
  near: [
    { zone: hosts(9) },
    { zone: hosts(10) },
    { zone: hosts(5), options: { near: 5 } },
    { zone: `${hosts(8, "example.com", "include:b.example -all")}\nb.example TXT "v=spf1 -all"` },
  ],
  open: { zone: `example.com TXT "v=spf1 mx include:%{l}._spf.example.com -all"` },
  exceeded: [
    { zone: hosts(11) },
    { zone: `${hosts(6)}\n${hosts(5, "b.example")}`.replace("-all", "include:b.example -all") },
    { zone: `${hosts(6, "example.com", "redirect=b.example")}\n${hosts(5, "b.example")}` },
    { zone: `${hosts(11, "example.com", "include:b.example -all")}\nb.example TXT !timeout` },
  ],
  skip: [
    { zone: `` },
    { zone: `example.com TXT "v=spf1 include:b.example -all"\nb.example TXT "v=spf1 include:example.com -all"` },
  ],
  inconclusive: [
    { zone: `example.com TXT !servfail` },
    { zone: `example.com TXT "v=spf1 include:b.example -all"\nb.example TXT !timeout` },
    { zone: `${hosts(9, "example.com", "include:b.example -all")}\nb.example TXT !servfail` },
  ],
});

it("shows the record that would be within the limit", async () => {
  const zone = `${hosts(10)}\nexample.com MX 10 mx1.example.com\nmx1.example.com A 192.0.2.25\nmx1.example.com AAAA 2001:db8::25`;
  const { results } = await examine(check, { zone: zone.replace("v=spf1", "v=spf1 mx") });
  const [finding] = results[0]!.findings;
  expect(finding?.fix?.text).toBe("replace mx by the addresses; that makes 10");
  expect(finding?.fix?.to).toMatch(/^v=spf1 ip4:192\.0\.2\.25 ip6:2001:db8::25 a:a0\.example\.com .* -all$/);
});

it("names the dearest terms where addresses do not help", async () => {
  const zone = `example.com TXT "v=spf1 include:b.example -all"\n${hosts(11, "b.example")}`;
  const { results } = await examine(check, { zone });
  expect(results[0]!.findings[0]?.fix).toEqual({
    text: "drop what is unused; the dearest are include:b.example (12)",
  });
});

it("shows the tree with the running count", async () => {
  const zone = `example.com TXT "v=spf1 mx include:b.example -all"\nexample.com MX 10 mx1.example.com\nb.example TXT "v=spf1 a:gone.example a:c.example ?all"\nc.example A 192.0.2.1`;
  const { results } = await examine(check, { zone });
  expect(results[0]!.findings[0]?.evidence).toEqual([
    {
      kind: "tree",
      title: "lookups of example.com SPF when no term matches",
      source: "TTL 3600, 192.0.2.53",
      root: {
        label: "example.com TXT",
        branches: [
          { label: "mx", cost: 1, branches: [] },
          {
            label: "include:b.example",
            cost: 2,
            branches: [
              { label: "a:gone.example", cost: 3, note: "finds nothing", branches: [] },
              { label: "a:c.example", cost: 4, note: "finds nothing over IPv6", branches: [] },
            ],
          },
        ],
      },
    },
  ]);
});
