import { worldNet } from "mailworthy/testing";
import { describe, expect, it } from "vitest";
import { checkHost, type SpfOutcome } from "../../../src/facts/spf/evaluation.js";
import type { SpfQuestion } from "../../../src/facts/spf/question.js";
import type { Net } from "../../../src/net/net.js";

const question: SpfQuestion = {
  ip: "192.0.2.1",
  domain: "example.com",
  sender: "user@example.com",
  helo: "mail.example.com",
};

const check = (zone: string, more: Partial<SpfQuestion> = {}): Promise<SpfOutcome & { unanswered: Error[] }> =>
  checkHost({ ...question, ...more }, worldNet({ zone }));

const spf = (terms: string, ...more: string[]): string => [`example.com TXT "v=spf1 ${terms}"`, ...more].join("\n");

describe("results", () => {
  it.each([
    ["nothing published", "", "none", "no SPF record"],
    ["another TXT", `example.com TXT "v=spf10 -all"`, "none", "no SPF record"],
    ["two records", spf("-all", spf("mx")), "permerror", "example.com publishes 2 SPF records"],
    ["no term matches", spf("ip4:192.0.2.2"), "neutral", "no term matches"],
    ["a match", spf("~a/24", "example.com A 192.0.2.9"), "softfail", "~a/24 in the record of example.com matches"],
    ["a fault", spf("a foo"), "permerror", 'in the record of example.com: foo: there is no mechanism "foo"'],
    ["no answer", "example.com TXT !timeout", "temperror", "no answer for example.com TXT from 192.0.2.53"],
    ["nothing included", spf("include:b.example"), "permerror", "include:b.example: b.example has no SPF record"],
    ["nothing to go to", spf("redirect=b.example"), "permerror", "redirect=b.example: b.example has no SPF record"],
    ["voids", spf("a:x.example a:y.example a:z.example +all"), "permerror", "3 lookups found nothing; 2 are allowed"],
    ["a loop", spf("include:example.com"), "permerror", "include:example.com is lookup 11; 10 are allowed"],
    ["a long local part", spf("exists:%{l}.b.example -all"), "fail", "-all in the record of example.com matches"],
  ])("%s", async (_, zone, result, reason) => {
    const sender = `${"x".repeat(64)}@example.com`;
    expect(await check(zone, { sender })).toMatchObject({ result, reason });
  });

  it("of an IPv4-mapped address are those of the IPv4 address", async () => {
    expect(await check(spf("ip4:192.0.2.1 -all"), { ip: "::ffff:192.0.2.1" })).toMatchObject({ result: "pass" });
  });

  it.each(["localhost", "[192.0.2.1]", `${"a".repeat(64)}.example`, "a..example", ""])(
    "of %s are none",
    async (domain) => expect(await check(spf("-all"), { domain })).toMatchObject({ result: "none" }),
  );
});

describe("counts", () => {
  it("are of terms, in the order of evaluation, up to the match", async () => {
    const zone = spf(
      "include:b.example mx a -all",
      `b.example TXT "v=spf1 a:gone.example ?all"`,
      "example.com MX 10 mx1.example.com",
      "mx1.example.com A 192.0.2.1",
    );
    expect(await check(zone)).toMatchObject({
      result: "pass",
      matched: { domain: "example.com", term: "mx" },
      lookups: 3,
      voids: 1,
      trace: {
        label: "example.com TXT",
        branches: [
          {
            label: "include:b.example",
            cost: 1,
            note: "no match",
            branches: [
              { label: "a:gone.example", cost: 2, note: "no match" },
              { label: "?all", note: "matches" },
            ],
          },
          { label: "mx", cost: 3, note: "matches" },
        ],
      },
    });
  });

  it("stay within the bounds, whatever the record asks for", async () => {
    const asked: string[] = [];
    const net = worldNet({});
    const dns: Net["dns"] = async (name, type) => {
      asked.push(name);
      const answer = await net.dns(name, type);
      const record = (data: unknown): object => ({ name, type, ttl: 60, data });
      const exchange = (at: number): object => record({ preference: 1, exchange: `h${at}.${name}` });
      const records =
        type === "MX"
          ? Array.from({ length: 10 }, (_, at) => exchange(at))
          : type === "TXT"
            ? [record([`v=spf1 ${"mx ".repeat(20)} include:a.${name} -all`])]
            : [];
      return { ...answer, rcode: "NOERROR", records: records as never };
    };
    expect(await checkHost(question, { ...net, dns })).toMatchObject({ result: "permerror" });
    expect(asked.length).toBeLessThanOrEqual(1 + 10 * 11);
  });
});

describe("doubts", () => {
  it.each([
    ["a record", "example.com TXT !servfail"],
    ["a host of mx", spf("mx -all", "example.com MX 10 mx1.example.com", "mx1.example.com A !timeout")],
    ["the name of the client", spf("ptr -all", "1.2.0.192.in-addr.arpa PTR !timeout")],
    ["a name of the client", spf("ptr -all", "1.2.0.192.in-addr.arpa PTR a.example.com", "a.example.com A !timeout")],
    ["a macro", spf("exists:%{p}.b.example -all", "1.2.0.192.in-addr.arpa PTR !timeout")],
  ])("are kept: %s", async (_, zone) => expect((await check(zone)).unanswered).toHaveLength(1));

  it.each([
    ["after the match", spf("ip4:192.0.2.1 include:b.example", "b.example TXT !timeout")],
    ["of another family", spf("a -all", "example.com A 192.0.2.1", "example.com AAAA !timeout")],
    [
      "in the explanation",
      spf("-all exp=e.example.com", `e.example.com TXT "%{p}"`, "1.2.0.192.in-addr.arpa PTR !timeout"),
    ],
    ["for the explanation", spf("-all exp=e.example.com", "e.example.com TXT !timeout")],
  ])("are not had %s", async (_, zone) => expect((await check(zone)).unanswered).toEqual([]));

  it("come when it takes too long", async () => {
    let now = 0;
    const net = worldNet({
      zone: spf("a:a.example a:b.example -all", "a.example A 192.0.2.9", "b.example A 192.0.2.9"),
    });
    const outcome = await checkHost(question, { ...net, now: () => (now += 12_000) });
    expect(outcome).toMatchObject({ result: "temperror", reason: "no outcome in 20 s" });
  });
});

describe("macros", () => {
  it.each([
    ["a:%{o}", []],
    ["exists:%{l}.x.example", ["l"]],
    ["exists:%{ir}.%{v}.%{h}.x.example", ["i", "v", "h"]],
    ["ip4:192.0.2.1 exists:%{l}.x.example", []],
    ["-all exp=%{l}.x.example", []],
  ])("of %s that were looked at", async (terms, letters) => {
    expect((await check(spf(terms))).letters.filter((letter) => letter !== "o")).toEqual(letters);
  });

  it("ask for names as DNS writes them", async () => {
    const sender = String.raw`a\b c@example.com`;
    expect(
      await check(spf("exists:%{l}.x.example -all", String.raw`a\\b\032c.x.example A 127.0.0.2`), { sender }),
    ).toMatchObject({
      result: "pass",
    });
  });
});

describe("explanations", () => {
  it.each([
    ["exp=e.example.com", 'e.example.com TXT "%{i} may not send for %{o}"', "192.0.2.1 may not send for example.com"],
    [
      "exp=e.example.com",
      'e.example.com TXT "see https://example.com/?s=%{S}"',
      "see https://example.com/?s=user%40example.com",
    ],
    ["exp=e.example.com", 'e.example.com TXT "%{z}"', undefined],
    ["exp=e.example.com", 'e.example.com TXT "a"\ne.example.com TXT "b"', undefined],
    ["exp=e.example.com", "", undefined],
    ["", "", undefined],
  ])("%s with %s", async (terms, line, explanation) => {
    expect((await check(spf(`-all ${terms}`, line))).explanation).toBe(explanation);
  });

  it("come from where a redirect leads, never from an include", async () => {
    const zone = spf(
      "include:b.example redirect=c.example exp=own.example.com",
      `b.example TXT "v=spf1 -all exp=b.example.com"`,
      `c.example TXT "v=spf1 -all exp=d.example.com"`,
      `own.example.com TXT "own"`,
      `b.example.com TXT "b"`,
      `d.example.com TXT "of %{d}"`,
    );
    expect((await check(zone)).explanation).toBe("of c.example");
  });
});
