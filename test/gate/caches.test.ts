import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { examine } from "mailworthy/testing";
import type { Check } from "../../src/check.js";
import dkimKeySwapped from "../../checks/change/dkim-key-swapped-in-place.js";
import dkimSelectorDeleted from "../../checks/change/dkim-selector-deleted.js";
import dkimTruncated from "../../checks/change/dkim-truncated.js";
import dmarcWeakened from "../../checks/change/dmarc-weakened.js";
import implicitMx from "../../checks/change/implicit-mx.js";
import mxOldHostGone from "../../checks/change/mx-old-host-gone.js";
import mxTargetLostAddress from "../../checks/change/mx-target-lost-address.js";
import spfChildRemoved from "../../checks/change/spf-child-removed-early.js";
import spfParentBeforeChild from "../../checks/change/spf-parent-before-child.js";

/**
 * A model of the world after a change: each resolver holds the old answer of a record set or the new one, whatever it
 * holds of the others, and of what was asked for in vain that there is none. A change that every rule lets pass must not
 * lose mail in any of these states, unless it is lost before the change or after it for good.
 */

/** Record sets of a zone by name and type, each as its data; what is not there is absent. */
type Sets = Readonly<Record<string, readonly string[]>>;

const textOf = (sets: Sets): string =>
  Object.entries(sets)
    .flatMap(([key, data]) => data.map((one) => `${key} ${one}`))
    .join("\n");

/** Every mixture of the sets before and after. */
function* mixtures(before: Sets, after: Sets): Generator<Sets> {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]),
  );
  for (let bits = 0; bits < 2 ** keys.length; bits++) {
    const mixed: Record<string, readonly string[]> = { ...after };
    for (const [at, key] of keys.entries()) {
      if ((bits & (1 << at)) === 0) continue;
      const old = before[key];
      if (old) mixed[key] = old;
      else delete mixed[key];
    }
    yield mixed;
  }
}

/** Whether every rule lets a change pass. */
async function accepted(checks: readonly Check[], before: Sets, after: Sets): Promise<boolean> {
  for (const check of checks) {
    const { results } = await examine(check, { before: textOf(before), zone: textOf(after) });
    if (results.some(({ status }) => status !== "pass")) return false;
  }
  return true;
}

/** Holds that no mixture of an accepted change is broken, and that some changes are rejected for a reason. */
async function holds(
  checks: readonly Check[],
  zones: fc.Arbitrary<Sets>,
  broken: (state: Sets, before: Sets) => boolean,
) {
  let rejected = 0;
  let passed = 0;
  await fc.assert(
    fc.asyncProperty(zones, zones, async (before, after) => {
      fc.pre(!broken(before, before) && !broken(after, after));
      const reachable = [...mixtures(before, after)].filter((state) => broken(state, before));
      if (await accepted(checks, before, after)) {
        passed++;
        expect(reachable).toEqual([]);
      } else if (reachable.length > 0) rejected++;
    }),
    { numRuns: 300, seed: 20_261_201 },
  );
  expect(passed).toBeGreaterThan(0);
  expect(rejected).toBeGreaterThan(0);
}

const some = <T>(...values: T[]): fc.Arbitrary<T> => fc.constantFrom(...values);

describe("whatever caches hold after a change that is accepted", () => {
  it("SPF is no permanent error", async () => {
    const children = ["_a", "_b"];
    const zones = fc
      .record({ includes: fc.subarray(children), there: fc.subarray(children), own: some("ip4:192.0.2.1", "mx") })
      .map(({ includes, there, own }): Sets => {
        const terms = [own, ...includes.map((name) => `include:${name}.example.com`)].join(" ");
        const sets: Record<string, string[]> = { "example.com TXT": [`"v=spf1 ${terms} -all"`] };
        for (const name of there) sets[`${name}.example.com TXT`] = ['"v=spf1 ip4:192.0.2.9 -all"'];
        return sets;
      });
    const broken = (state: Sets): boolean =>
      [...(state["example.com TXT"]?.[0] ?? "").matchAll(/include:(\S+)/g)].some(([, name]) => !state[`${name} TXT`]);
    await holds([spfChildRemoved, spfParentBeforeChild], zones, broken);
  });

  it("a mail host is reached, and no web server in its place", async () => {
    const hosts = ["mx1", "mx2"];
    const zones = fc
      .record({ mx: fc.subarray(hosts), address: some("192.0.2.1", "192.0.2.2"), web: fc.boolean() })
      .map(({ mx, address, web }): Sets => {
        const sets: Record<string, string[]> = {};
        if (mx.length > 0) sets["example.com MX"] = mx.map((host) => `10 ${host}.example.com`);
        for (const host of mx) sets[`${host}.example.com A`] = [address];
        if (web) sets["example.com A"] = ["192.0.2.80"];
        return sets;
      });
    const broken = (state: Sets, before: Sets): boolean => {
      const mx = state["example.com MX"];
      if (!mx) return before["example.com MX"] !== undefined && state["example.com A"] !== undefined;
      // Nobody asked for a host before an MX record named it, so that nobody keeps that it was not there.
      return mx.some((one) => {
        const key = `${one.split(" ")[1]} A`;
        return before[key] !== undefined && !state[key];
      });
    };
    await holds([mxOldHostGone, mxTargetLostAddress, implicitMx], zones, broken);
  });

  it("the key that signed mail on the way is there", async () => {
    const key = fc.option(some("", "AAAABBBB", "AAAA", "CCCC"), { nil: undefined });
    const zones = fc.record({ s1: key, s2: key }).map((keys): Sets => {
      const sets: Record<string, string[]> = { "example.com MX": ["10 mx1.example.com"] };
      for (const [name, data] of Object.entries(keys))
        if (data !== undefined) sets[`${name}._domainkey.example.com TXT`] = [`"v=DKIM1; p=${data}"`];
      return sets;
    });
    const isKey = (text: string | undefined): boolean => text !== undefined && !text.includes('p="');
    const broken = (state: Sets, before: Sets): boolean =>
      Object.entries(before).some(
        ([name, [text]]) =>
          name.includes("_domainkey") && isKey(text) && state[name]?.[0] !== text && !grown(state[name]?.[0], text!),
      );
    // A record that goes on after the old key's end is a fault that other checks see.
    const grown = (now: string | undefined, old: string): boolean =>
      now !== undefined && now.startsWith(old.slice(0, -1));
    await holds([dkimSelectorDeleted, dkimKeySwapped, dkimTruncated], zones, broken);
  });

  it("a policy that protected the domain does so still", async () => {
    const policy = fc.option(some("none", "quarantine", "reject"), { nil: undefined });
    const zones = policy.map((p): Sets => ({
      "example.com MX": ["10 mx1.example.com"],
      ...(p !== undefined && { "_dmarc.example.com TXT": [`"v=DMARC1; p=${p}"`] }),
    }));
    const protects = (state: Sets): boolean =>
      /p=(?:quarantine|reject)/.test(state["_dmarc.example.com TXT"]?.[0] ?? "");
    await fc.assert(
      fc.asyncProperty(zones, zones, async (before, after) => {
        if (!protects(before) || !(await accepted([dmarcWeakened], before, after))) return;
        for (const state of mixtures(before, after)) expect(protects(state)).toBe(true);
      }),
      { numRuns: 100, seed: 20_261_201 },
    );
    expect(await accepted([dmarcWeakened], { "_dmarc.example.com TXT": ['"v=DMARC1; p=reject"'] }, {})).toBe(false);
  });
});
