import { expect, it } from "vitest";
import { evaluateDmarc } from "../../../src/facts/dmarc/evaluation.js";
import { NetError } from "../../../src/net/net.js";
import { worldNet } from "../../../src/testing/index.js";

const evaluate = (zone: string, spf: string[], dkim: string[]) => {
  const pass = (domain: string) => ({ result: "pass", domain });
  return evaluateDmarc(
    { author: "news.example.com", spf: spf.map(pass), dkim: dkim.map(pass) },
    worldNet({ zone }).dns,
  );
};

const own = `_dmarc.news.example.com TXT "v=DMARC1; p=reject"\n`;
const silentTop = `${own}_dmarc.com TXT !timeout`;
const silentName = `_dmarc.example.com TXT "v=DMARC1; p=none; np=reject"\nnews.example.com A !timeout`;

it("passes for one that aligns, whatever keeps the other from being known", async () => {
  expect(await evaluate(silentTop, ["bounce.example.com"], ["news.example.com"])).toEqual({
    result: "pass",
    policy: "reject",
    applied: "reject",
    policyDomain: "news.example.com",
    orgDomain: null,
    spfAligned: null,
    dkimAligned: true,
  });
});

it("passes where only the policy is not known", async () => {
  expect(await evaluate(silentName, ["example.com"], [])).toMatchObject({
    result: "pass",
    policy: null,
    applied: null,
  });
});

it.each([
  ["alignment", silentTop, "bounce.example.com"],
  ["the policy of a message that fails", silentName, "example.net"],
])("throws where it hangs on %s that is not known", async (_, zone, domain) => {
  await expect(evaluate(zone, [domain], [])).rejects.toThrow(NetError);
});

it("needs no walk for a domain that cannot align", async () => {
  expect(await evaluate(silentTop, ["example.net"], [])).toMatchObject({ result: "fail", spfAligned: false });
});

it("counts only what passed", async () => {
  const input = { author: "example.com", spf: [{ result: "softfail", domain: "example.com" }], dkim: [] };
  const { dns } = worldNet({ zone: `_dmarc.example.com TXT "v=DMARC1; p=quarantine; t=y"` });
  expect(await evaluateDmarc(input, dns)).toMatchObject({
    result: "fail",
    policy: "quarantine",
    applied: "none",
  });
});

it("walks for a bounded number of identifiers", async () => {
  const many = Array.from({ length: 11 }, (_, at) => `d${at}.example.com`);
  const zone = `_dmarc.news.example.com TXT "v=DMARC1; p=reject; psd=n"\n`;
  await expect(
    evaluate(
      zone,
      [],
      many.map((name) => `${name}.news.example.com`),
    ),
  ).resolves.toMatchObject({
    result: "pass",
  });
  await expect(evaluate(zone, [], many)).rejects.toThrow("only 10 identifiers");
});
