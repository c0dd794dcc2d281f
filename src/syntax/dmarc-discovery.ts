import type { DmarcRecord } from "./dmarc.js";
import { labelsOf, nameOf } from "./domain-name.js";

/**
 * The DNS tree walk of DMARC (RFC 9989 §4.10): the names it asks, and what follows from the records found there. No
 * list of public suffixes has a part in it.
 */
export interface Level {
  domain: string;
  /** The one record that counts there: null where there is none, or several, or a void one. */
  record: DmarcRecord | null;
}

/** The domain itself and those above it that a walk asks, at most eight, the longest first. */
export function walkNames(domain: string): string[] {
  const labels = labelsOf(domain);
  const above = labels.slice(labels.length > 8 ? -7 : 1); // RFC 9989 §4.10 step 4
  return [domain, ...above.map((_, at) => nameOf(above.slice(at)))];
}

/** The levels up to the record that ends the walk, by saying whether it is a public suffix. */
export function climbed<L extends Level>(levels: readonly L[]): L[] {
  const end = levels.findIndex(({ record }) => record !== null && record.psd !== "u");
  return end < 0 ? [...levels] : levels.slice(0, end + 1);
}

/** The organizational domain of the domain at the first level (RFC 9989 §4.10.2). */
export function organizationalDomain(levels: readonly Level[]): string {
  const start = levels[0]!.domain;
  const found = climbed(levels).filter(({ record }) => record !== null);
  const top = found.at(-1);
  if (!top) return start;
  if (top.record!.psd !== "y" || top.domain === start) return top.domain;
  return nameOf(labelsOf(start).slice(-(labelsOf(top.domain).length + 1)));
}

/** Where the policy for the domain at the first level stands: there, at its organizational domain, or at the suffix. */
export function policyLevel<L extends Level>(levels: readonly L[]): L | null {
  const [own] = levels;
  if (own!.record) return own!;
  const found = climbed(levels).filter(({ record }) => record !== null);
  const organizational = organizationalDomain(levels);
  return (
    found.find(({ domain }) => domain === organizational) ?? found.find(({ record }) => record!.psd === "y") ?? null
  );
}
