import { bounds } from "../../bounds.js";
import type { RecordData, RecordType } from "../../syntax/record.js";
import { writeRdata } from "../../syntax/rdata.js";
import type { NetErrorCode } from "../net.js";
import { extendedErrorName, inClass, madeUp, rcodeName, rcodes } from "./codes.js";
import type { Message, WireRecord } from "./message.js";

/** What one response says about a question with certainty. */
export interface Step {
  rcode: "NOERROR" | "NXDOMAIN";
  /** One TTL for the whole set: the lowest (RFC 2181 §5.2). */
  ttl: number;
  data: RecordData[RecordType][];
  /** Names that CNAME records lead through. */
  aliases: string[];
  /** The aliases lead out of this response: their last target is to be asked for. */
  open?: boolean;
  loop?: boolean;
  ad: boolean;
  server: string;
  notes?: string[];
}

/** Why a response says nothing with certainty; `again`: the same server may say something else a moment later. */
export interface Failure {
  code: NetErrorCode;
  text: string;
  again?: boolean;
  /** The server is not the one to ask about this name. */
  lame?: boolean;
}

export type Judged = { step: Omit<Step, "server"> } | { failure: Failure };

/** Types that come along with others, whatever was asked for. */
const companions: ReadonlySet<RecordType> = new Set(["RRSIG", "NSEC", "NSEC3", "DNAME"]);

/**
 * Reads a response as an answer to what was asked: by a resolver, or by a server that is to be an authority. Only what
 * the response cannot mean otherwise is an answer; a filter's, a lame server's or another name's is not.
 */
export function judge(message: Message, name: string, type: RecordType, authority: boolean): Judged {
  const errors = message.edns?.errors ?? [];
  const told = errors.map(({ code, text }) => `${extendedErrorName(code)}${text && `: ${text}`}`);
  const because = told.length > 0 ? ` (${told.join("; ")})` : "";
  const failed = (code: NetErrorCode, text: string, more?: Partial<Failure>): Judged => ({
    failure: { code, text: text + because, ...more },
  });
  const { rcode } = message;
  if (rcode !== rcodes.noError && rcode !== rcodes.nxDomain) {
    return failed("servfail", rcodeName(rcode), { again: rcode === rcodes.servFail || rcode === rcodes.refused });
  }
  if (errors.some(({ code }) => madeUp.has(code))) return failed("blocked", "a filter's answer");
  const bad = message.problems.find((at) => at.section === "answers" && (at.type === type || at.type === "CNAME"));
  if (bad) return failed("malformed", unreadable(`${bad.type} record: ${bad.text}`, bad.at));

  const ours = message.answers.filter((record) => record.class === inClass);
  const { aliases, at, loop, several } = follow(ours, name, type);
  const found = ours.filter((record) => record.type === type && record.name === at);
  const negative = found.length === 0 && !loop;
  const soa = message.authorities.some((record) => record.type === "SOA" && below(at, record.name));

  if (rcode === rcodes.nxDomain && found.length > 0) return failed("malformed", "NXDOMAIN with records of that name");
  if (negative && rcode === rcodes.noError && aliases.length === 0) {
    const delegation = authority && !message.aa && type === "NS" ? referred(message, name) : [];
    if (delegation.length > 0) return { step: stepOf(delegation, ["a referral: the delegation as its parent has it"]) };
    const strays = message.answers.filter(
      (record) => record.class !== inClass || record.name !== name || !companions.has(record.type),
    );
    if (strays.length > 0) return failed("malformed", "records that were not asked for");
    const lame = "a referral elsewhere";
    if (!soa && !message.aa && message.authorities.some(({ type: its }) => its === "NS"))
      return failed("servfail", lame, { lame: true });
    if (authority && !soa && !message.aa) return failed("servfail", "nothing, and no authority for it", { lame: true });
  }
  const notes = [
    ...told,
    ...(authority && !message.aa ? ["not authoritative"] : []),
    ...(message.unread > 0 ? [`only the first ${bounds.dns.records} records were read`] : []),
    ...(several ? ["several CNAME records at one name"] : []),
  ];
  return { step: stepOf(found, notes) };

  function stepOf(records: readonly WireRecord[], notes: readonly string[]): Omit<Step, "server"> {
    const open = negative && rcode === rcodes.noError && aliases.length > 0 && records.length === 0 && !soa;
    return {
      rcode: rcode === rcodes.nxDomain ? "NXDOMAIN" : "NOERROR",
      ...setOf(records),
      aliases,
      ...(open && { open }),
      ...(loop && { loop }),
      ad: message.ad,
      ...(notes.length > 0 && { notes: [...notes] }),
    };
  }
}

export const unreadable = (error: string, at: number): string =>
  `an answer that cannot be read, at octet ${at}: ${error}`;

/** The chain of aliases from a name on, as far as the records have it (RFC 1034 §3.6.2). */
function follow(
  records: readonly WireRecord[],
  name: string,
  type: RecordType,
): { aliases: string[]; at: string; loop: boolean; several: boolean } {
  const aliases: string[] = [];
  let at = name;
  let several = false;
  if (type === "CNAME") return { aliases, at, loop: false, several };
  for (;;) {
    const links = records.filter((record) => record.type === "CNAME" && record.name === at);
    const target = links[0]?.data as string | undefined;
    if (target === undefined) return { aliases, at, loop: false, several };
    if (links.some(({ data }) => data !== target)) several = true;
    if (target === name || aliases.includes(target)) return { aliases, at, loop: true, several };
    aliases.push(target);
    at = target;
  }
}

/** The NS records by which a parent hands on just this name. */
const referred = (message: Message, name: string): WireRecord[] =>
  message.authorities.filter((record) => record.type === "NS" && record.name === name && record.class === inClass);

const below = (name: string, zone: string): boolean => zone === "." || name === zone || name.endsWith(`.${zone}`);

/** A set of records: the lowest TTL, none that is there twice (RFC 2181 §5). */
function setOf(records: readonly WireRecord[]): Pick<Step, "ttl" | "data"> {
  let ttl = records.length === 0 ? 0 : Infinity;
  for (const record of records) ttl = Math.min(ttl, record.ttl >= 2 ** 31 ? 0 : record.ttl); // RFC 2181 §8
  if (records.length < 2) return { ttl, data: records.map(({ data }) => data) };
  const seen = new Map(records.map(({ type, data }) => [writeRdata(type, data), data]));
  return { ttl, data: [...seen.values()] };
}
