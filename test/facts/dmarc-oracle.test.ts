import * as fc from "fast-check";
import { dmarc } from "mailauth/lib/dmarc/index.js";
import { describe, expect, it } from "vitest";
import { evaluateDmarc } from "../../src/facts/dmarc-evaluation.js";
import { NetError, type RecordType } from "../../src/net/net.js";
import { worldNet } from "../../src/testing/index.js";

/**
 * Our DMARC against mailauth's over made-up worlds, both reading the same zone. It is asked in its strict mode, in which a
 * tag that stands twice voids the record, as it does here. Left out of the worlds, since we differ on purpose:
 *
 * - blanks before `v=`: it trims them away, while the grammar has none there (RFC 9989 §4.8), so here it is no record;
 * - tag names in upper case: to its strict mode they are unknown tags, here they count and dmarc/syntax warns;
 * - `rua=mailto:` without an address: valid to it, as a URI; to us nothing that reports could be sent to.
 *
 * Where the policy hangs on whether a name exists, nobody answers, and the message passes, it gives the weaker policy;
 * we give none.
 */
const names = [
  "example.com",
  "a.example.com",
  "b.example.com",
  "c.a.example.com",
  "d.c.a.example.com",
  "example.net",
  "com",
];
const deep = "l.k.j.i.h.g.f.e.a.example.com";
const texts = [
  "v=DMARC1; p=none",
  "v=DMARC1; p=reject",
  "v=DMARC1; p=quarantine; sp=none; np=reject",
  "v=DMARC1;p=reject;sp=quarantine",
  "v=DMARC1; p=reject; t=y; np=none",
  "v=DMARC1; p=reject; aspf=s; adkim=s",
  "v=DMARC1; p=quarantine; adkim=s",
  "v=DMARC1; p=reject; psd=n",
  "v=DMARC1; p=none; sp=quarantine; psd=y",
  "v=DMARC1; p=reject; psd=u; pct=50",
  "v=DMARC1",
  "v=DMARC1; rua=mailto:d@example.com",
  "v=DMARC1; p=bad; rua=mailto:d@example.com",
  "v=DMARC1; p=bad; rua=d@example.com",
  "v=DMARC1; p=reject; sp=bad",
  "v=DMARC1; p=reject; np=bad; rua=mailto:d@example.com",
  "v=DMARC1; p=none; p=reject",
  "v=dmarc1; p=reject",
  "v=spf1 -all",
  "!servfail",
];

const domain = fc.constantFrom(...names, deep);
const world = fc.record({
  author: domain,
  spf: fc.option(domain, { nil: undefined }),
  dkim: fc.array(domain, { maxLength: 2 }),
  records: fc.uniqueArray(fc.tuple(fc.constantFrom(...names, "e.a.example.com"), fc.constantFrom(...texts)), {
    maxLength: 5,
    selector: (pair) => pair.join(),
  }),
  existing: fc.subarray(names),
});

async function ours(zone: string, author: string, spf: string[], dkim: string[]) {
  const pass = (domain: string) => ({ result: "pass", domain });
  try {
    const { result, applied, policyDomain, orgDomain, spfAligned, dkimAligned } = await evaluateDmarc(
      { author, spf: spf.map(pass), dkim: dkim.map(pass) },
      worldNet({ zone }).dns,
    );
    if (result === "none") return { result };
    return { result, applied, policyDomain, orgDomain, spfAligned, dkimAligned };
  } catch (error) {
    if (!(error instanceof NetError)) throw error;
    return { result: "temperror" };
  }
}

async function theirs(zone: string, author: string, spf: string[], dkim: string[]) {
  const net = worldNet({ zone });
  const resolver = async (name: string, type: string) => {
    const fail = (code: string) => Object.assign(new Error(code), { code });
    const answer = await net.dns(name, type as RecordType).catch(() => {
      throw fail("ESERVFAIL");
    });
    if (answer.rcode === "NXDOMAIN") throw fail("ENOTFOUND");
    if (answer.records.length === 0) throw fail("ENODATA");
    return answer.records.map(({ data }) => data);
  };
  const options = { headerFrom: `a@${author}`, spfDomains: spf, dkimDomains: dkim, resolver, strict: true };
  const outcome = (await dmarc(options as never)) as unknown as {
    status: { result: string };
    domain: string;
    policyDomain: string;
    policy: string;
    alignment: Record<"spf" | "dkim", { result?: string }>;
  };
  const { result } = outcome.status;
  if (result === "none" || result === "temperror") return { result };
  return {
    result,
    applied: outcome.policy,
    policyDomain: outcome.policyDomain,
    orgDomain: outcome.domain,
    spfAligned: outcome.alignment.spf.result !== undefined,
    dkimAligned: outcome.alignment.dkim.result !== undefined,
  };
}

describe("DMARC, beside mailauth", () => {
  it("comes to the same in 400 worlds", async () => {
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(world, async ({ author, spf, dkim, records, existing }) => {
        const zone = [
          ...records.map(([name, text]) => `_dmarc.${name} TXT ${text.startsWith("!") ? text : `"${text}"`}`),
          ...existing.map((name) => `${name} A 192.0.2.1`),
        ].join("\n");
        const asked = [zone, author, spf === undefined ? [] : [spf], dkim] as const;
        const [mine, other] = await Promise.all([ours(...asked), theirs(...asked)]);
        seen.add(mine.result);
        // What could not be learnt is null with us, and left to a default with them.
        for (const [key, value] of Object.entries(mine))
          if (value === null) delete (other as Record<string, unknown>)[key];
        expect(other).toEqual(Object.fromEntries(Object.entries(mine).filter(([, value]) => value !== null)));
      }),
      { seed: 9989, numRuns: 400 },
    );
    expect([...seen].sort()).toEqual(["fail", "none", "pass", "temperror"]);
  });
});
