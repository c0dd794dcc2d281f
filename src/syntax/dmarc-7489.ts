import { type DmarcRecord, type DmarcRequest, dmarcRequests } from "./dmarc.js";
import type { Level } from "./dmarc-discovery.js";

/**
 * DMARC as RFC 7489 had it, for receivers that have not gone over to RFC 9989. They look at two names only, the domain
 * itself and its organizational domain, and take that from a list of public suffixes.
 */
export interface CountedLevel extends Level {
  /** DMARC records at the name; if there are several, none of them counts. */
  count: number;
}

/** Where the policy stands. A name with any DMARC record ends the search, be it of use or not (RFC 7489 §6.6.3). */
export function policyLevel7489<L extends CountedLevel>(levels: readonly L[], organizational: string): L | null {
  const [own] = levels;
  const level = own!.count > 0 ? own! : levels.find(({ domain }) => domain === organizational);
  return level?.record ? level : null;
}

/** What the record asks for, null where it is ignored: the tags that came with RFC 9989 are unknown, so ignored. */
export function requests7489(record: DmarcRecord): { own: DmarcRequest; subdomains: DmarcRequest } | null {
  const tags = record.tags.filter(({ name }) => !/^(?:np|psd|t)$/i.test(name));
  return dmarcRequests({ ...record, tags, np: null });
}
