import { describe, expect, it } from "vitest";
import { commonDkimSelectors } from "../../src/data/selectors.js";
import { Evidence } from "../../src/evidence.js";
import type { Fact, Known } from "../../src/fact.js";
import { commonSelectors } from "../../src/facts/dkim/common-selectors.js";
import { dkimAnswer } from "../../src/facts/dkim/answer.js";
import { dkimPublicKey } from "../../src/facts/dkim/public-key.js";
import { worldNet } from "../../src/testing/index.js";
import { keys } from "../checks/dkim/keys.js";

const name = "s1._domainkey.example.com";
const selector = <T>(fact: Fact<"selector", T>, zone: string): Promise<Known<T>> =>
  new Evidence(worldNet({ zone })).get(fact, name);
const guess = (zone: string) => new Evidence(worldNet({ zone })).get(commonSelectors, "example.com");
const key = `TXT "v=DKIM1; p=${keys.rsa2048}"`;

it("tells no record, records of another kind and an alias of nothing apart", async () => {
  expect(await selector(dkimAnswer, "")).toMatchObject({ value: { texts: [], records: [] } });
  expect(await selector(dkimAnswer, `${name} TXT "v=spf1 -all"`)).toMatchObject({
    value: { texts: ["v=spf1 -all"], records: [] },
  });
  expect(await selector(dkimAnswer, `${name} CNAME gone.example.net`)).toMatchObject({ state: "absent" });
  expect(await selector(dkimAnswer, `${name} TXT !refused`)).toMatchObject({ state: "unknown" });
});

it("joins the strings of a key without a blank", async () => {
  const zone = `${name} TXT "v=DKIM1; p=${keys.rsa2048.slice(0, 100)}" "${keys.rsa2048.slice(100)}"`;
  expect(await selector(dkimPublicKey, zone)).toMatchObject({ value: { bits: 2048, spki: keys.rsa2048 } });
});

describe("common selectors", () => {
  it("are each listed once, in lower case", () => {
    const names = commonDkimSelectors.map(({ selector }) => selector);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[a-z0-9][a-z0-9_-]*$/);
  });

  it("are told with their provider and key", async () => {
    expect(await guess(`google._domainkey.example.com ${key}`)).toMatchObject({
      value: {
        found: [{ selector: "google", provider: "Google Workspace", type: "rsa", bits: 2048, revoked: false }],
        asked: commonDkimSelectors.length,
        unanswered: 0,
      },
    });
  });

  it("are not taken from a wildcard", async () => {
    expect(await guess(`*._domainkey.example.com ${key}`)).toMatchObject({
      state: "absent",
      reason: expect.stringContaining("a wildcard answers for every selector"),
    });
    const beside = `*._domainkey.example.com TXT "v=DKIM1; p="\ngoogle._domainkey.example.com ${key}`;
    expect(await guess(beside)).toMatchObject({ value: { found: [{ selector: "google" }] } });
  });

  it("are not said to be missing where one did not answer", async () => {
    expect(await guess(`google._domainkey.example.com TXT !timeout`)).toMatchObject({ state: "unknown" });
    const one = `google._domainkey.example.com ${key}\nk1._domainkey.example.com TXT !timeout`;
    expect(await guess(one)).toMatchObject({ value: { found: [{ selector: "google" }], unanswered: 1 } });
  });
});
