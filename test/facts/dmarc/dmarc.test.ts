import { describe, expect, it } from "vitest";
import { Evidence } from "../../../src/evidence.js";
import type { Fact, Known } from "../../../src/fact.js";
import { dmarcPolicy } from "../../../src/facts/dmarc/policy.js";
import { dmarcReportConsent } from "../../../src/facts/dmarc/report-consent.js";
import { dmarcWalk } from "../../../src/facts/dmarc/walk.js";
import { dmarc } from "../../../src/facts/dmarc/dmarc.js";
import { organizationalDomain } from "../../../src/facts/dmarc/organizational-domain.js";
import type { Net } from "../../../src/net/net.js";
import { worldNet } from "../../../src/testing/index.js";

const of = <T>(fact: Fact<"domain", T>, name: string, zone: string): Promise<Known<T>> =>
  new Evidence(worldNet({ zone })).get(fact, name);
const record = (name: string, text: string): string => `_dmarc.${name} TXT "${text}"\n`;
const silent = (name: string): string => `_dmarc.${name} TXT !timeout\n`;
const unknown = { state: "unknown", code: "timeout" };

describe("the walk", () => {
  it("asks all levels at once", async () => {
    const asked: string[] = [];
    const quiet = worldNet({});
    const net = {
      ...quiet,
      async dns(name: string, type: "TXT") {
        asked.push(name);
        await new Promise((resolve) => setImmediate(resolve));
        expect(asked).toHaveLength(4);
        return quiet.dns(name, type);
      },
    } as Net;
    expect(await new Evidence(net).get(dmarcWalk, "a.mail.example.com")).toMatchObject({ state: "known" });
    expect(asked).toEqual(["a.mail.example.com", "mail.example.com", "example.com", "com"].map((at) => `_dmarc.${at}`));
  });

  it("does not ask for a name that is too long", async () => {
    const label = "x".repeat(60);
    const long = `${label}.${label}.${label}.${label}.example.com`;
    const walk = await of(dmarcWalk, long, "");
    expect(walk).toMatchObject({
      state: "known",
      value: [{ domain: long, answer: null, unknown: null }, {}, {}, {}, {}, {}],
    });
  });

  it("takes NODATA as it takes NXDOMAIN", async () => {
    const zone = `_dmarc.news.example.com A 192.0.2.1\n${record("example.com", "v=DMARC1; p=none")}`;
    expect(await of(dmarc, "news.example.com", zone)).toMatchObject({
      value: { domain: "example.com", inherited: true },
    });
  });
});

describe("the record that applies", () => {
  it.each([
    [
      "a silent parent of a domain with a record",
      record("example.com", "v=DMARC1; p=none") + silent("com"),
      "example.com",
    ],
    ["what is above psd=n", record("example.com", "v=DMARC1; p=none; psd=n") + silent("com"), "example.com"],
  ])("does not hang on %s", async (_, zone, domain) => {
    expect(await of(dmarc, "example.com", zone)).toMatchObject({ state: "known", value: { domain } });
  });

  it.each([
    ["the domain itself", silent("news.example.com") + record("example.com", "v=DMARC1; p=none")],
    ["a level in between", silent("example.com") + record("com", "v=DMARC1; p=none")],
    ["the level above, where no record ends the walk", record("example.com", "v=DMARC1; p=none") + silent("com")],
  ])("hangs on %s", async (_, zone) => {
    expect(await of(dmarc, "news.example.com", zone)).toMatchObject(unknown);
  });

  it.each([
    ["two records", record("example.com", "v=DMARC1; p=none") + record("example.com", "v=DMARC1; p=reject")],
    ["a void record", record("example.com", "v=DMARC1; p=none; p=reject")],
    ["a record that begins otherwise", record("example.com", "v=dmarc1; p=none")],
  ])("is absent, not none, for %s", async (_, zone) => {
    expect(await of(dmarc, "example.com", zone)).toMatchObject({ state: "absent" });
  });

  it("is the inherited one where two stand at the domain itself", async () => {
    const two = record("news.example.com", "v=DMARC1; p=none") + record("news.example.com", "v=DMARC1; p=reject");
    const zone = two + record("example.com", "v=DMARC1; p=quarantine");
    expect(await of(dmarc, "news.example.com", zone)).toMatchObject({ value: { domain: "example.com" } });
  });
});

describe("the policy", () => {
  it.each([
    ["a name that exists", "v=DMARC1; p=none; sp=quarantine; np=reject", "news.example.com A 192.0.2.1", "quarantine"],
    [
      "an empty non-terminal",
      "v=DMARC1; p=none; sp=quarantine; np=reject",
      "a.news.example.com A 192.0.2.1",
      "quarantine",
    ],
    [
      "an alias of nothing",
      "v=DMARC1; p=none; sp=quarantine; np=reject",
      "news.example.com CNAME gone.example.net",
      "quarantine",
    ],
    ["a name that does not exist", "v=DMARC1; p=none; sp=quarantine; np=reject", "", "reject"],
    ["a silent name that it does not hang on", "v=DMARC1; p=none; sp=reject", "news.example.com * !timeout", "reject"],
  ])("for %s", async (_, text, line, asked) => {
    expect(await of(dmarcPolicy, "news.example.com", record("example.com", text) + line)).toMatchObject({
      value: { asked },
    });
  });

  it("is lowered by a test", async () => {
    const zone = record("example.com", "v=DMARC1; p=reject; t=y");
    expect(await of(dmarcPolicy, "example.com", zone)).toMatchObject({
      value: { asked: "reject", applied: "quarantine" },
    });
  });

  it("is not known where it hangs on a silent name", async () => {
    const zone = `${record("example.com", "v=DMARC1; p=none; np=reject")}news.example.com A !timeout`;
    expect(await of(dmarcPolicy, "news.example.com", zone)).toMatchObject(unknown);
  });
});

describe("the organizational domain", () => {
  it.each([
    ["without any record", "", { state: "known", value: "news.example.com" }],
    ["a silent level above", silent("com") + record("example.com", "v=DMARC1"), unknown],
    ["what is above psd=n", silent("com") + record("example.com", "v=DMARC1; psd=n"), { value: "example.com" }],
    ["a silent start that cannot change it", silent("news.example.com"), { value: "news.example.com" }],
    ["a silent start that could", silent("news.example.com") + record("example.com", "v=DMARC1"), unknown],
  ])("%s", async (_, zone, expected) => {
    expect(await of(organizationalDomain, "news.example.com", zone)).toMatchObject(expected);
  });
});

describe("consent to reports", () => {
  const asks = record("example.com", "v=DMARC1; p=none; rua=mailto:a@mail.example.com,mailto:b@example.net");

  it("is asked only of other organizations, by the name of the record's domain", async () => {
    const zone = `${asks}example.com._report._dmarc.example.net TXT "v=DMARC1"`;
    expect(await of(dmarcReportConsent, "example.com", zone)).toMatchObject({
      state: "known",
      value: [{ host: "example.net", name: "example.com._report._dmarc.example.net", consents: true }],
    });
  });

  it("is not known where nobody answers", async () => {
    const zone = `${asks}example.com._report._dmarc.example.net TXT !timeout`;
    expect(await of(dmarcReportConsent, "example.com", zone)).toMatchObject(unknown);
  });
});
