import { bounds } from "../../bounds.js";
import type { RecordData, RecordType } from "../../syntax/record.js";
import { writeRdata } from "../../syntax/rdata.js";
import type { NetErrorCode } from "../net.js";
import { extendedErrorName, inClass, madeUp, rcodeName, rcodes } from "./codes.js";
import type { ExtendedError } from "./edns.js";
import type { Message, WireRecord } from "./message.js";
import type { Question } from "./query.js";

/** What one response says about a question with certainty. */
export interface Step {
  rcode: "NOERROR" | "NXDOMAIN";
  /** One TTL for the whole set: the lowest (RFC 2181 §5.2). */
  ttl: number;
  data: RecordData[RecordType][];
  /** Names that CNAME records lead through. */
  aliases: readonly string[];
  /** The aliases lead out of this response: their last target is to be asked for. */
  open: boolean;
  loop: boolean;
  ad: boolean;
  /** Of the records, where they came along. */
  signatures?: RecordData["RRSIG"][];
  server: string;
  notes: readonly string[];
  /** Milliseconds from the first try to the answer. */
  took?: number;
}

/** Why a response says nothing with certainty; `again`: the same server may say something else a moment later. */
export interface Failure {
  code: NetErrorCode;
  text: string;
  again?: boolean;
  /** The server is not the one to ask about this name. */
  lame?: boolean;
  /** Codes of the extended errors that came with it. */
  extended?: number[];
}

export type Judged = Step | { failure: Failure };

const none: readonly never[] = [];

/** Types that come along with others, whatever was asked for. */
const companions: ReadonlySet<RecordType> = new Set(["RRSIG", "NSEC", "NSEC3", "DNAME"]);

/**
 * Reads a response as an answer to what was asked: by a resolver, or by a server that is to be an authority. Only what
 * the response cannot mean otherwise is an answer; a filter's, a lame server's or another name's is not.
 */
export function judge(
  message: Message,
  { name, type, authority, dnssec }: Pick<Question, "name" | "type" | "authority" | "dnssec">,
  server: string,
): Judged {
  const { rcode, edns, problems, aa } = message;
  const told = edns && edns.errors.length > 0 ? edns.errors.map(spoken) : none;
  const failed = (code: NetErrorCode, text: string, more?: Partial<Failure>): Judged => ({
    failure: {
      code,
      text: told.length > 0 ? `${text} (${told.join("; ")})` : text,
      ...(told.length > 0 && { extended: edns!.errors.map((error) => error.code) }),
      ...more,
    },
  });
  if (rcode !== rcodes.noError && rcode !== rcodes.nxDomain)
    return failed("servfail", rcodeName(rcode), { again: rcode === rcodes.servFail || rcode === rcodes.refused });
  if (edns?.errors.some(({ code }) => madeUp.has(code))) return failed("blocked", "a filter's answer");
  const bad = problems.find((at) => at.section === "answers" && (at.type === type || at.type === "CNAME"));
  if (bad) return failed("malformed", unreadable(`${bad.type} record: ${bad.text}`, bad.at));

  const { answers } = message;
  const ours = answers.every(isIn) ? answers : answers.filter(isIn);
  const { aliases, at, loop, several } = follow(ours, name, type);
  const found = ours.filter((record) => record.type === type && record.name === at);
  const nothing = found.length === 0 && !loop && rcode === rcodes.noError;
  const soa = nothing && message.authorities.some((record) => record.type === "SOA" && below(at, record.name));
  if (rcode === rcodes.nxDomain && found.length > 0) return failed("malformed", "NXDOMAIN with records of that name");

  const notes: string[] = [...told];
  if (nothing && aliases.length === 0) {
    const strays = answers.some((one) => !isIn(one) || one.name !== name || !companions.has(one.type));
    if (strays) return failed("malformed", "records that were not asked for");
    const referrals = aa || soa ? [] : message.authorities.filter((record) => record.type === "NS");
    const delegation = authority && type === "NS" ? referrals.filter((record) => record.name === name) : [];
    if (referrals.length > 0 && delegation.length === 0)
      return failed("servfail", "a referral elsewhere", { lame: true });
    if (authority && !aa && !soa && delegation.length === 0)
      return failed("servfail", "nothing, and no authority for it", { lame: true });
    found.push(...delegation);
    if (delegation.length > 0) notes.push("a referral: the delegation as its parent has it");
  }
  if (authority && !aa) notes.push("not authoritative");
  if (message.unread > 0) notes.push(`only the first ${bounds.dns.records} records were read`);
  if (several) notes.push("several CNAME records at one name");
  const { ttl, data } = setOf(found);
  const signatures = dnssec ? signaturesOf(ours, at, type) : none;
  return {
    rcode: rcode === rcodes.nxDomain ? "NXDOMAIN" : "NOERROR",
    ttl,
    data,
    aliases,
    open: nothing && aliases.length > 0 && !soa,
    loop,
    ad: message.ad,
    ...(signatures.length > 0 && { signatures: [...signatures] }),
    server,
    notes: notes.length > 0 ? notes : none,
  };
}

const signaturesOf = (records: readonly WireRecord[], name: string, type: RecordType): RecordData["RRSIG"][] =>
  records
    .filter((record) => record.type === "RRSIG" && record.name === name)
    .map(({ data }) => data as RecordData["RRSIG"])
    .filter(({ covered }) => covered === type);

const isIn = (record: WireRecord): boolean => record.class === inClass;

const spoken = ({ code, text }: ExtendedError): string => extendedErrorName(code) + (text && `: ${text}`);

export const unreadable = (error: string, at: number): string =>
  `an answer that cannot be read, at octet ${at}: ${error}`;

/** The chain of aliases from a name on, as far as the records have it (RFC 1034 §3.6.2). */
function follow(
  records: readonly WireRecord[],
  name: string,
  type: RecordType,
): { aliases: readonly string[]; at: string; loop: boolean; several: boolean } {
  const aliases: string[] = [];
  let at = name;
  let several = false;
  const linkAt = (owner: string): string | undefined => {
    const links = records.filter((record) => record.type === "CNAME" && record.name === owner);
    const target = links[0]?.data as string | undefined;
    several ||= links.some(({ data }) => data !== target);
    return target;
  };
  if (type === "CNAME" || !records.some((record) => record.type === "CNAME"))
    return { aliases: none, at, loop: false, several };
  for (let target = linkAt(at); target !== undefined; target = linkAt(at)) {
    if (target === name || aliases.includes(target)) return { aliases, at, loop: true, several };
    aliases.push(target);
    at = target;
  }
  return { aliases, at, loop: false, several };
}

const below = (name: string, zone: string): boolean => zone === "." || name === zone || name.endsWith(`.${zone}`);

/** A set of records: the lowest TTL, none that is there twice (RFC 2181 §5). */
function setOf(records: readonly WireRecord[]): Pick<Step, "ttl" | "data"> {
  let ttl = records.length === 0 ? 0 : Infinity;
  for (const record of records) ttl = Math.min(ttl, record.ttl >= 2 ** 31 ? 0 : record.ttl); // RFC 2181 §8
  if (records.length < 2) return { ttl, data: records.map(({ data }) => data) };
  const seen = new Map(records.map(({ type, data }) => [writeRdata(type, data), data]));
  return { ttl, data: [...seen.values()] };
}
