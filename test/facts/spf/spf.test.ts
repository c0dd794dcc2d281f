import { facts } from "mailworthy";
import { worldNet } from "mailworthy/testing";
import { describe, expect, it } from "vitest";
import { bounds } from "../../../src/bounds.js";
import { Evidence } from "../../../src/evidence.js";
import type { Net } from "../../../src/net/net.js";

/** A world that counts its questions, and the rounds in which they come: those asked at once are one round. */
function counted(zone: string): { evidence: Evidence; asked: string[]; rounds: () => number } {
  const net = worldNet({ zone });
  const asked: string[] = [];
  let rounds = 0;
  let waiting: (() => void)[] = [];
  const turn = (): Promise<void> =>
    new Promise((resolve) => {
      if (waiting.push(resolve) > 1) return;
      setImmediate(() => {
        rounds++;
        const all = waiting;
        waiting = [];
        for (const go of all) go();
      });
    });
  const dns: Net["dns"] = async (name, type, how) => {
    asked.push(`${name} ${type}`);
    await turn();
    return net.dns(name, type, how);
  };
  return { evidence: new Evidence({ ...net, dns }), asked, rounds: () => rounds };
}

const spf = (name: string, terms: string): string => `${name} TXT "v=spf1 ${terms}"`;
const each = <T>(count: number, one: (at: number) => T): T[] => Array.from({ length: count }, (_, at) => one(at));
const includes = (names: string[]): string => `${names.map((name) => `include:${name}`).join(" ")} -all`;

describe("the tree of an SPF record", () => {
  it("counts in the order of evaluation, past the limit too", async () => {
    const { evidence } = counted(
      [
        spf("example.com", "include:b.example mx redirect=d.example exists:x.example ip4:192.0.2.1"),
        spf("b.example", "a include:c.example ?all a:never.example"),
        spf("c.example", "ptr"),
        spf("d.example", "mx:e.example include:b.example -all"),
      ].join("\n"),
    );
    const known = await evidence.get(facts.spf, "example.com");
    expect(known).toMatchObject({
      state: "known",
      value: {
        lookups: 12,
        root: {
          steps: [
            {
              count: 1,
              node: { steps: [{ count: 2 }, { count: 3, node: { steps: [{ term: { text: "ptr" }, count: 4 }] } }] },
            },
            { term: { text: "mx" }, count: 5 },
            { term: { text: "exists:x.example" }, count: 6, found: { v4: "void", v6: "void" } },
            {
              term: { text: "redirect=d.example" },
              count: 7,
              node: { steps: [{ count: 8 }, { count: 9, node: { domain: "b.example" } }] },
            },
          ],
        },
      },
    });
  });

  it("counts %{p} once more, once", async () => {
    const { evidence } = counted(spf("example.com", "exists:%{p}.x.example exists:%{p}.y.example -all"));
    expect(await evidence.get(facts.spf, "example.com")).toMatchObject({ value: { lookups: 3 } });
  });

  it("expands what does not depend on the message", async () => {
    const { evidence, asked } = counted(
      [
        spf("example.com", "include:%{d}._spf.b.example include:%{i}.b.example -all"),
        spf("example.com._spf.b.example", "a:%{d}.x.example a:%{o}.y.example -all"),
      ].join("\n"),
    );
    await evidence.get(facts.spf, "example.com");
    expect(asked.filter((question) => question.endsWith(" A"))).toEqual([
      "example.com._spf.b.example.x.example A",
      "example.com.y.example A",
    ]);
  });

  it("asks in as many rounds as it is deep, and one more", async () => {
    const names = (prefix: string): string[] => each(3, (at) => `${prefix}${at}.example`);
    const zone = [
      spf("example.com", `mx a ${includes(names("b"))}`),
      "example.com MX 10 mx1.example.com",
      "mx1.example.com A 192.0.2.1",
      ...names("b").map((name, at) => spf(name, includes([`c${at}.example`]))),
      ...names("c").map((name, at) => spf(name, includes([`d${at}.example`]))),
      ...names("d").map((name) => spf(name, "a:host.example -all")),
    ].join("\n");
    const { evidence, rounds } = counted(zone);
    expect(await evidence.get(facts.spf, "example.com")).toMatchObject({ value: { lookups: 14 } });
    expect(rounds()).toBe(5); // the record, its includes, theirs, theirs, and the hosts of those
  });

  it("asks for an included record once, whoever includes it", async () => {
    const zone = [
      spf("example.com", includes(["b.example", "b.example", "c.example"])),
      spf("example.net", includes(["b.example"])),
      spf("b.example", "-all"),
      spf("c.example", includes(["b.example"])),
    ].join("\n");
    const { evidence, asked } = counted(zone);
    await Promise.all(["example.com", "example.net"].map((name) => evidence.get(facts.spf, name)));
    expect(asked.filter((question) => question === "b.example TXT")).toHaveLength(1);
  });

  it("keeps what could not be learnt as a part", async () => {
    const zone = [
      spf("example.com", includes(["b.example", "c.example"])),
      "b.example TXT !timeout",
      spf("c.example", "-all"),
    ];
    const { evidence } = counted(zone.join("\n"));
    expect(await evidence.get(facts.spf, "example.com")).toMatchObject({
      state: "known",
      value: {
        lookups: 2,
        root: {
          steps: [
            { node: { state: "unknown", unknown: { code: "timeout", because: { id: "dns b.example" } } } },
            { node: { state: "record" } },
          ],
        },
      },
    });
  });

  it("keeps the cause for the facts that hang on it", async () => {
    const { evidence } = counted([spf("example.com", includes(["b.example"])), "b.example TXT !timeout"].join("\n"));
    expect(await evidence.get(facts.spfLookups, "example.com")).toMatchObject({
      state: "unknown",
      because: { id: "dns b.example" },
    });
    expect(await evidence.get(facts.spfEnding, "example.com")).toMatchObject({ state: "known" });
  });
});

describe("a hostile tree", () => {
  const below = (name: string): string[] => each(10, (at) => `${at}.${name}`);

  it.each([
    [
      "ten by ten by ten includes",
      (name: string, depth: number) => includes(depth < 3 ? below(name) : ["end.example"]),
    ],
    [
      "hosts and includes without end",
      (name: string) =>
        `${below(name)
          .map((host) => `a:${host}`)
          .join(" ")} ${includes(below(name))}`,
    ],
    [
      "an include first, and hosts without end",
      (name: string) => `include:0.${name} ${each(200, (at) => `a:h${at}.${name}`).join(" ")} -all`,
    ],
    [
      "a thousand includes",
      (name: string, depth: number) => (depth === 0 ? includes(each(1_000, (at) => `${at}.${name}`)) : "-all"),
    ],
    ["a chain without end", (name: string) => `redirect=0.${name}`],
    ["two loops in each record", (name: string) => includes([name, `0.${name}`, "example.com"])],
  ])("of %s makes a bounded number of queries", async (_, terms) => {
    const asked: string[] = [];
    const record = (name: string): string => `v=spf1 ${terms(name, name.split(".").length - 2)}`;
    const net = worldNet({});
    const dns: Net["dns"] = async (name, type) => {
      asked.push(`${name} ${type}`);
      const answer = await net.dns(name, type);
      if (type !== "TXT") return answer;
      return { ...answer, rcode: "NOERROR", records: [{ name, type, ttl: 60, data: [record(name)] as never }] };
    };
    const known = await new Evidence({ ...net, dns }).get(facts.spf, "example.com");
    expect(known.state).toBe("known");
    expect(asked.length).toBeLessThanOrEqual(bounds.spf.queries);
  });

  it("of many hosts behind mx makes a bounded number of queries", async () => {
    const zone = [
      spf("example.com", `${each(9, () => "mx").join(" ")} -all`),
      ...each(500, (at) => `example.com MX 10 mx${at}.example.com`),
    ].join("\n");
    const { evidence, asked } = counted(zone);
    await evidence.get(facts.spf, "example.com");
    expect(asked.length).toBeLessThanOrEqual(bounds.spf.queries);
  });
});

describe("addresses that a record names", () => {
  it.each([
    ["ip4:192.0.2.1 ip4:192.0.2.0/24 ip6:2001:DB8::1/128 -ip4:192.0.2.9 -all", ["192.0.2.1", "2001:db8::1"]],
    ["a mx -all", ["192.0.2.80", "192.0.2.25", "2001:db8::25"]],
    ["a:b.example -all", ["192.0.2.2"]],
  ])("%s", async (terms, addresses) => {
    const zone = [
      spf("example.com", terms),
      "example.com A 192.0.2.80",
      "example.com MX 10 mx1.example.com",
      "mx1.example.com A 192.0.2.25",
      "mx1.example.com AAAA 2001:db8::25",
      "b.example A 192.0.2.2",
    ].join("\n");
    expect(await counted(zone).evidence.get(facts.spfAddresses, "example.com")).toEqual({
      state: "known",
      value: addresses,
    });
  });

  it("are unknown when a host of them is", async () => {
    const zone = [
      spf("example.com", "mx -all"),
      "example.com MX 10 mx1.example.com",
      "mx1.example.com A !timeout",
    ].join("\n");
    expect(await counted(zone).evidence.get(facts.spfAddresses, "example.com")).toMatchObject({ state: "unknown" });
  });
});
