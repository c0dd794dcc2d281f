import { defineFact, isAbsent, type Tools } from "../../fact.js";
import { type Answer, NetError } from "../../net/net.js";
import { parseDmarc } from "../../syntax/dmarc.js";
import { type Level, walkNames } from "../../syntax/dmarc-discovery.js";
import { nameFault } from "../../syntax/domain-name.js";
import { joined } from "../../syntax/record.js";

/** One name of a walk: what stands there, or why that could not be learnt. */
export interface WalkedLevel extends Level {
  answer: Answer<"TXT"> | null;
  /** How many DMARC records there are; more than one count for none. */
  count: number;
  unknown: { code: NetError["code"]; reason: string; because: NetError["because"] | null } | null;
}

/**
 * All levels of the DMARC tree walk (RFC 9989 §4.10), asked at once, so that a walk takes one round trip. What it
 * leads to may not hang on every level: a level that nobody answered for is told here, and matters to those who need it.
 */
export const dmarcWalk = defineFact({
  id: "dmarc-walk",
  of: "domain",
  gather: (name, { dns }) => walk(name, dns),
});

/** The walk, where every level of it was answered for. */
export const dmarcPath = defineFact({
  id: "dmarc-path",
  of: "domain",
  async gather(name, { ask }) {
    const levels = await ask(dmarcWalk, name);
    if (isAbsent(levels)) return levels;
    insist(levels);
    return levels;
  },
});

export const walk = (domain: string, dns: Tools["dns"]): Promise<WalkedLevel[]> =>
  Promise.all(walkNames(domain).map((level) => levelOf(level, dns)));

async function levelOf(domain: string, dns: Tools["dns"]): Promise<WalkedLevel> {
  const name = `_dmarc.${domain}`;
  const level = { domain, record: null, answer: null, count: 0, unknown: null };
  if (nameFault(name)) return level;
  try {
    const answer = await dns(name, "TXT");
    const records = answer.records.map(({ data }) => parseDmarc(joined(data))).filter((record) => record !== null);
    const [first] = records;
    const counts = records.length === 1 && !first!.void; // RFC 9989 §4.10 steps 2 and 6
    return { ...level, record: counts ? first! : null, answer, count: records.length };
  } catch (error) {
    if (!(error instanceof NetError)) throw error;
    const { code, message: reason, because = null } = error;
    return { ...level, unknown: { code, reason, because } };
  }
}

/** Throws what kept a level from being known, if any of these was not. */
export function insist(levels: readonly WalkedLevel[]): void {
  const { unknown } = levels.find(({ unknown }) => unknown !== null) ?? {};
  if (unknown) throw new NetError(unknown.code, unknown.reason, unknown.because ? { because: unknown.because } : {});
}
