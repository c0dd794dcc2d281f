import { expect, it } from "vitest";
import { Evidence } from "../../src/evidence.js";
import { evaluateDmarc } from "../../src/facts/dmarc-evaluation.js";
import { dmarcWalk } from "../../src/facts/dmarc-walk.js";
import { NetError } from "../../src/net/net.js";
import { worldNet } from "../../src/testing/index.js";

const evaluate = async (zone: string, spf: string[], dkim: string[], author = "news.example.com") => {
  const net = worldNet({ zone });
  const evidence = new Evidence(net);
  const pass = (domain: string) => ({ result: "pass", domain });
  return evaluateDmarc(
    { author, spf: spf.map(pass), dkim: dkim.map(pass) },
    {
      walk: async (domain) => {
        const known = await evidence.get(dmarcWalk, domain);
        if (known.state !== "known") throw new Error(known.reason);
        return known.value;
      },
      exists: async (domain) => (await net.dns(domain, "A")).rcode === "NOERROR",
    },
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
  const zone = { zone: `_dmarc.example.com TXT "v=DMARC1; p=quarantine; t=y"` };
  const evidence = new Evidence(worldNet(zone));
  const walk = async (domain: string) => {
    const known = await evidence.get(dmarcWalk, domain);
    return known.state === "known" ? known.value : [];
  };
  expect(await evaluateDmarc(input, { walk, exists: async () => true })).toMatchObject({
    result: "fail",
    policy: "quarantine",
    applied: "none",
  });
});
