import { parseReportUris, type ReportUri } from "./report-uri.js";
import { dmarcForm, editTagList, type Fault, parseTagList, type Tag } from "./tag-list.js";

/**
 * DMARC policy records (RFC 9989 §4.7, §4.8). Only the version is strict: a wrong value elsewhere falls back to its
 * default, and unknown tags are ignored.
 */
export type DmarcRequest = "none" | "quarantine" | "reject";

export interface DmarcRecord {
  text: string;
  /** All that could be read as tags, known or not. */
  tags: Tag[];
  /** Null where left out or not valid. */
  p: DmarcRequest | null;
  sp: DmarcRequest | null;
  np: DmarcRequest | null;
  adkim: "r" | "s";
  aspf: "r" | "s";
  psd: "y" | "n" | "u";
  t: "y" | "n";
  fo: string[];
  rua: ReportUri[];
  ruf: ReportUri[];
  /** What is wrong outside of the version; `tag` is the one concerned, where there is one. */
  faults: (Fault & { tag?: string })[];
  /** Tags that no registry has, lower case; they count for nothing. */
  unknown: string[];
  /** Tags that stand twice, as they are written. */
  duplicates: string[];
  /** A tag stands twice, so the whole list is invalid and counts for nothing (RFC 6376 §3.2). */
  void: boolean;
}

/** The tags of the registry, and those that it calls historic (RFC 9989 §9.3). */
const dmarcTags: readonly string[] = ["v", "p", "sp", "np", "adkim", "aspf", "fo", "rua", "ruf", "psd", "t"];
const historicTags: readonly string[] = ["pct", "rf", "ri"];

/** The name may be in either case and blanks may surround the sign; the value is case-sensitive and comes first. */
const version = /^[vV][ \t]*=[ \t]*DMARC1[ \t]*(?:;|$)/;

/** Whether a TXT record counts as a DMARC record at all (RFC 9989 §4.10 step 2). */
export const isDmarc = (text: string): boolean => version.test(text);

/** Whether a text that does not count as one was meant as a DMARC record. */
export const looksLikeDmarc = (text: string): boolean =>
  !isDmarc(text) && /(?:\bv\s*=\W*dmarc|\bdmarc1\b|\bp\s*=\s*(?:none|quarantine|reject)\b)/i.test(text);

const request = /^(?:none|quarantine|reject)$/i;
const values: Record<string, RegExp> = {
  p: request,
  sp: request,
  np: request,
  adkim: /^[rs]$/i,
  aspf: /^[rs]$/i,
  psd: /^[ynu]$/i,
  t: /^[yn]$/i,
};

/** Null for a text that is no DMARC record. */
export function parseDmarc(text: string): DmarcRecord | null {
  if (!isDmarc(text)) return null;
  const { tags, faults: listed, duplicates } = parseTagList(text, dmarcForm);
  const named = new Map(tags.map(({ name, at }) => [at, name]));
  const faults: DmarcRecord["faults"] = listed.map((fault) => {
    const tag = named.get(fault.at);
    return tag === undefined ? fault : { ...fault, tag };
  });
  const last = new Map(tags.map((tag) => [tag.name.toLowerCase(), tag]));

  const word = <T extends string>(name: string, otherwise: T): T => {
    const tag = last.get(name);
    if (!tag) return otherwise;
    if (values[name]!.test(tag.value)) return tag.value.toLowerCase() as T;
    faults.push({ at: tag.at, tag: name, message: `${name}=${tag.value} is not a value of ${name}` });
    return otherwise;
  };
  const uris = (name: string): ReportUri[] => {
    const tag = last.get(name);
    if (!tag) return [];
    const read = parseReportUris(tag.value);
    for (const { message } of read.faults) faults.push({ at: tag.at, tag: name, message: `in ${name}, ${message}` });
    return read.uris;
  };
  for (const { name, at } of tags) {
    const known = name.toLowerCase();
    if (name !== known && dmarcTags.includes(known) && at > 0)
      faults.push({ at, message: `${name} is not in lower case, as some receivers want it` });
  }
  return {
    text,
    tags,
    p: word<DmarcRequest | "">("p", "") || null,
    sp: word<DmarcRequest | "">("sp", "") || null,
    np: word<DmarcRequest | "">("np", "") || null,
    adkim: word("adkim", "r"),
    aspf: word("aspf", "r"),
    psd: word("psd", "u"),
    t: word("t", "n"),
    fo: failureOptions(last.get("fo"), faults),
    rua: uris("rua"),
    ruf: uris("ruf"),
    faults,
    unknown: [...last.keys()].filter((name) => !dmarcTags.includes(name) && !historicTags.includes(name)),
    duplicates,
    void: duplicates.length > 0,
  };
}

function failureOptions(tag: Tag | undefined, faults: DmarcRecord["faults"]): string[] {
  if (!tag) return ["0"];
  const options = tag.value
    .toLowerCase()
    .split(":")
    .map((option) => option.trim());
  const good =
    options.every((option) => /^[01ds]$/.test(option)) &&
    new Set(options).size === options.length &&
    !(options.includes("0") && options.includes("1"));
  if (good) return options;
  faults.push({ at: tag.at, tag: "fo", message: `fo=${tag.value} is not a value of fo` });
  return ["0"];
}

/** What a record asks receivers to do, for the domain itself, for subdomains that exist, and for those that do not. */
export interface DmarcRequests {
  own: DmarcRequest;
  subdomains: DmarcRequest;
  missing: DmarcRequest;
}

/** Null: the record asks for nothing, and receivers do no DMARC processing (RFC 9989 §4.10.1). */
export function dmarcRequests(record: DmarcRecord): DmarcRequests | null {
  const { p, sp, np, rua } = record;
  const wrong = (["sp", "np"] as const).some((name) => record[name] === null && hasTag(record, name));
  if (p !== null && !wrong) return { own: p, subdomains: sp ?? p, missing: np ?? sp ?? p };
  return rua.length > 0 ? { own: "none", subdomains: "none", missing: "none" } : null;
}

/** What is left of a request while `t=y` says that it is being tested: one level less (RFC 9989 §4.7, t). */
export function tested(asked: DmarcRequest, t: "y" | "n"): DmarcRequest {
  if (t === "n") return asked;
  return asked === "reject" ? "quarantine" : "none";
}

const hasTag = ({ tags }: Pick<DmarcRecord, "tags">, name: string): boolean =>
  tags.some((tag) => tag.name.toLowerCase() === name);

/** The record with tags set, or taken out where the value is null, the version and the policies in front. */
export function editDmarc(
  tags: readonly Pick<Tag, "name" | "value">[],
  edits: Readonly<Record<string, string | null>>,
): string {
  const lower = tags.map(({ name, value }) => ({ name: name.toLowerCase(), value }));
  const added = Object.entries(edits).map(([name, value]) => ({ name, value: value ?? "" }));
  const front = ["v", "p", "sp", "np"].flatMap((name) => [...lower, ...added].filter((tag) => tag.name === name));
  return editTagList([...front, ...lower], edits);
}
