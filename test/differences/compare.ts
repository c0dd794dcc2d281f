import { type Arbitrary, sample } from "fast-check";
import type { Case } from "../conformance/case.js";
import { answer } from "../conformance/suite.js";
import { dmarcWorld } from "./dmarc-worlds.js";
import { dmarcDomain, spfDomain } from "./lint-worlds.js";
import { ops } from "./ops.js";
import { type Difference, differences, type Fields, readBy, type Said, textsOf } from "./explained.js";
import type { Peer } from "./peer.js";
import { spfWorld } from "./spf-worlds.js";

/** What a peer was asked, what it said and what we say. */
export interface Comparison {
  peer: string;
  op: string;
  same: number;
  explained: Map<Difference, number>;
  /** Differences of which nobody has said why they are there. */
  unexplained: Said[];
}

const worlds: Record<string, { world: Arbitrary<object>; seed: number }> = {
  "spf.check": { world: spfWorld, seed: 7208 },
  "dmarc.check": { world: dmarcWorld, seed: 9989 },
  "spf.count": { world: spfDomain, seed: 7208 },
  "dmarc.policy": { world: dmarcDomain, seed: 9989 },
};

/** Made-up domains for an operation; the same ones for the same number. */
export function madeUp(op: string, count: number): Case[] {
  const { world, seed } = worlds[op]!;
  return sample(world, { seed, numRuns: count }).map((one, at) => ({ id: `${op}/${at}`, op, ...one }));
}

/** Asks a peer and us the same. */
export async function compare(peer: Peer, op: string, cases: readonly Case[]): Promise<Comparison> {
  const comparison: Comparison = { peer: peer.name, op, same: 0, explained: new Map(), unexplained: [] };
  const known = differences.filter((one) => one.peer === peer.name && one.op === op);
  const [ours, theirs] = await Promise.all([Promise.all(cases.map((one) => answer(one, ops))), peer.answers(cases)]);
  for (const [at, one] of cases.entries()) {
    const said = { case: one, ours: ours[at], theirs: theirs[at] };
    if (agree(said.ours, said.theirs)) {
      comparison.same += 1;
      continue;
    }
    const why = await explanation(said, known);
    if (why) comparison.explained.set(why, (comparison.explained.get(why) ?? 0) + 1);
    else comparison.unexplained.push(said);
  }
  return comparison;
}

/** The first difference that holds alone; else the first of those that hold together. */
async function explanation(said: Said, known: readonly Difference[]): Promise<Difference | undefined> {
  const texts = textsOf(said.case);
  for (const one of known) {
    if (one.reads && agree(await answer(readBy(one.reads, said.case), ops), said.theirs)) return one;
    if (one.shows?.({ ours: said.ours as Fields, theirs: said.theirs as Fields, texts })) return one;
  }
  const readings = known.flatMap((one) => (one.reads && texts.some((text) => one.reads(text) !== text) ? [one] : []));
  const together = readings.reduce((read, { reads }) => readBy(reads, read), said.case);
  return agree(await answer(together, ops), said.theirs) ? readings[0] : undefined;
}

/** Whether they say the same of all that both speak of; what could not be learnt is null with us. */
function agree(ours: unknown, theirs: unknown): boolean {
  const mine = ours as Fields;
  return Object.entries(theirs as Fields).every(
    ([field, value]) => !(field in mine) || mine[field] === value || (field !== "result" && mine[field] === null),
  );
}
