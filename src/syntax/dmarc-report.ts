import { canonical, familyOf } from "./address.js";
import { readSections, type Section, type SectionLimits, type XmlFault } from "./xml-sections.js";

/**
 * DMARC aggregate reports, in the form of RFC 9990 and in that of RFC 7489 appendix C, with and without a namespace.
 * What reporters leave out, misplace or misspell is told as a fault and does not stop the rest.
 */
export interface DmarcReport {
  form: "RFC 7489" | "RFC 9990";
  /** Who reports, as they name themselves; empty where they do not. */
  org: string;
  email: string;
  id: string;
  /** Seconds since 1970, UTC; null where not told. */
  begin: number | null;
  end: number | null;
  generator: string;
  /** What the reporter could not do, in its words. */
  errors: string[];
  policy: PublishedPolicy;
  records: DmarcReportRecord[];
  faults: XmlFault[];
}

/** The policy that the reporter found; what is not there is an empty string. */
export interface PublishedPolicy {
  domain: string;
  p: string;
  sp: string;
  np: string;
  adkim: string;
  aspf: string;
  testing: string;
  /** How the record was found: `psl` or `treewalk` (RFC 9990). */
  discovery: string;
}

export type Passed = "pass" | "fail";

/** Messages that came from one address and fared alike. */
export interface DmarcReportRecord {
  line: number;
  /** Canonical; null where none can be read. */
  source: string | null;
  /** Messages; 0 where it cannot be read. */
  count: number;
  /** What was done: RFC 9990 tells `pass` apart from `none`. Null where not told. */
  disposition: "none" | "pass" | "quarantine" | "reject" | null;
  /** Whether the mechanism passed *and* aligned; null where not told. */
  dkim: Passed | null;
  spf: Passed | null;
  reasons: Override[];
  headerFrom: string;
  /** Null where not told; empty for the null reverse-path. */
  envelopeFrom: string | null;
  envelopeTo: string | null;
  signatures: DkimResult[];
  envelopes: SpfResult[];
  faults: string[];
}

/** Why the policy was not applied. */
export interface Override {
  type: string;
  comment: string;
}
export interface DkimResult {
  domain: string;
  selector: string;
  result: string;
  human: string;
}
export interface SpfResult {
  domain: string;
  scope: string;
  result: string;
  human: string;
}

export interface DmarcReportLimits extends SectionLimits {
  records: number;
  /** Of one kind in one record: results, reasons. */
  results: number;
}

export type ReadDmarcReport =
  | { ok: true; report: DmarcReport }
  | { ok: false; /** Whether it is a report at all. */ foreign: boolean; fault: XmlFault };

/** Reads a report; one that is not well-formed, or goes past the limits, is none, and where that shows is told. */
export function readDmarcReport(text: string, limits: DmarcReportLimits): ReadDmarcReport {
  const faults: XmlFault[] = [];
  const records: DmarcReportRecord[] = [];
  let metadata: Section | undefined;
  let published: Section | undefined;
  let beyond: Section | undefined;
  const fault = ({ line }: { line: number }, words: string): void => {
    if (faults.length < 20) faults.push({ line, text: words });
  };
  const read = readSections(text, limits, (section) => {
    if (section.name === "report_metadata") metadata ??= section;
    else if (section.name === "policy_published") published ??= section;
    else if (section.name !== "record") return;
    else if (records.length >= limits.records) beyond ??= section;
    else records.push(recordOf(section, limits.results));
  });
  if (!read.ok) return { ok: false, foreign: read.root !== undefined && read.root !== "feedback", fault: read.fault };
  if (read.root.name !== "feedback") {
    return { ok: false, foreign: true, fault: { line: 1, text: `its root is <${read.root.name}>, not <feedback>` } };
  }
  if (beyond) {
    return { ok: false, foreign: false, fault: { line: beyond.line, text: `more than ${limits.records} records` } };
  }
  if (!metadata && !published && records.length === 0)
    return { ok: false, foreign: false, fault: { line: 1, text: "a report with nothing in it" } };

  const first = { line: 1 };
  if (!metadata) fault(first, "no report_metadata");
  if (!published) fault(first, "no policy_published");
  if (records.length === 0) fault(first, "no record");
  const range = metadata && below(metadata, "date_range");
  const [begin, end] = [timeOf(valueOf(range, "begin")), timeOf(valueOf(range, "end"))];
  if (metadata && (begin === null || end === null)) fault(range ?? metadata, "its date range cannot be read");
  if (metadata && valueOf(metadata, "report_id") === "") fault(metadata, "no report_id");
  const policy = policyOf(published);
  if (published && policy.domain === "") fault(published, "no domain in policy_published");
  const isNew =
    read.root.space.endsWith("dmarc-2.0") ||
    policy.testing + policy.np + policy.discovery !== "" ||
    generatorOf() !== "";
  return {
    ok: true,
    report: {
      form: isNew ? "RFC 9990" : "RFC 7489",
      org: valueOf(metadata, "org_name"),
      email: valueOf(metadata, "email"),
      id: valueOf(metadata, "report_id"),
      begin,
      end,
      generator: generatorOf(),
      errors: (metadata ? all(metadata, "error") : []).map((one) => one.text).slice(0, limits.results),
      policy,
      records,
      faults: [...read.faults, ...faults],
    },
  };

  function generatorOf(): string {
    return valueOf(metadata, "generator");
  }
}

function policyOf(section: Section | undefined): PublishedPolicy {
  const word = (name: string): string => valueOf(section, name).toLowerCase();
  return {
    domain: domainOf(word("domain")),
    p: word("p"),
    sp: word("sp"),
    np: word("np"),
    adkim: word("adkim"),
    aspf: word("aspf"),
    testing: word("testing"),
    discovery: word("discovery_method"),
  };
}

const dispositions = ["none", "pass", "quarantine", "reject"] as const;
const passed = ["pass", "fail"] as const;
/** RFC 8601 §2.7, and what early reporters wrote instead. */
const outcomes = ["none", "pass", "fail", "policy", "neutral", "softfail", "temperror", "permerror"];
const older: Readonly<Record<string, string>> = { hardfail: "fail", error: "temperror", unknown: "permerror" };

function recordOf(section: Section, most: number): DmarcReportRecord {
  const faults: string[] = [];
  const [row, identifiers, results] = ["row", "identifiers", "auth_results"].map((name) => below(section, name));
  const evaluated = row && below(row, "policy_evaluated");
  const one = <T extends string>(from: Section | undefined, name: string, known: readonly T[]): T | null => {
    const value = valueOf(from, name).toLowerCase();
    const found = known.find((word) => word === value);
    if (found === undefined) faults.push(value === "" ? `no ${name}` : `${name} "${value}" is not known`);
    return found ?? null;
  };
  const several = (from: Section | undefined, name: string): Section[] => {
    const found = from ? all(from, name) : [];
    if (found.length > most) faults.push(`${found.length} of ${name}; only the first ${most} are kept`);
    return found.slice(0, most);
  };
  const outcome = (from: Section): string => {
    const value = valueOf(from, "result").toLowerCase();
    const known = older[value] ?? value;
    if (outcomes.includes(known)) return known;
    faults.push(value === "" ? `no result of ${from.name}` : `${from.name} result "${value}" is not known`);
    return "";
  };

  const address = valueOf(row, "source_ip");
  if (!familyOf(address)) faults.push(address === "" ? "no source_ip" : `source_ip "${address}" is no address`);
  const count = valueOf(row, "count");
  if (!/^\d{1,12}$/.test(count)) faults.push(count === "" ? "no count" : `count "${count}" is no number`);
  const headerFrom = domainOf(valueOf(identifiers, "header_from"));
  if (headerFrom === "") faults.push("no header_from");
  return {
    line: section.line,
    source: familyOf(address) ? canonical(address) : null,
    count: /^\d{1,12}$/.test(count) ? Number(count) : 0,
    disposition: one(evaluated, "disposition", dispositions),
    dkim: one(evaluated, "dkim", passed),
    spf: one(evaluated, "spf", passed),
    reasons: several(evaluated, "reason").map((reason) => ({
      type: valueOf(reason, "type").toLowerCase(),
      comment: valueOf(reason, "comment"),
    })),
    headerFrom,
    envelopeFrom: toldDomain(identifiers, "envelope_from"),
    envelopeTo: toldDomain(identifiers, "envelope_to"),
    signatures: several(results, "dkim").map((dkim) => ({
      domain: domainOf(valueOf(dkim, "domain")),
      selector: valueOf(dkim, "selector").toLowerCase(),
      result: outcome(dkim),
      human: valueOf(dkim, "human_result"),
    })),
    envelopes: several(results, "spf").map((spf) => ({
      domain: domainOf(valueOf(spf, "domain")),
      scope: valueOf(spf, "scope").toLowerCase(),
      result: outcome(spf),
      human: valueOf(spf, "human_result"),
    })),
    faults,
  };
}

const below = (section: Section, name: string): Section | undefined =>
  section.children.find((child) => child.name === name);
const all = (section: Section, name: string): Section[] => section.children.filter((child) => child.name === name);
const valueOf = (section: Section | undefined, name: string): string => (section && below(section, name)?.text) ?? "";

/** A domain as reporters write it: in capitals, with a last dot, in brackets, or as the address it is of. */
const domainOf = (text: string): string =>
  text.replace(/^<|>$/g, "").replace(/^.*@/, "").replace(/\.$/, "").toLowerCase();

function toldDomain(section: Section | undefined, name: string): string | null {
  const told = section && below(section, name);
  return told ? domainOf(told.text) : null;
}

/** Seconds since 1970: as RFC 7489 wants them, or in milliseconds, or as a written date, which some reporters send. */
function timeOf(text: string): number | null {
  if (/^\d{1,15}(?:\.\d+)?$/.test(text)) {
    const seconds = Math.floor(Number(text));
    return seconds > 100_000_000_000 ? Math.floor(seconds / 1_000) : seconds;
  }
  if (!/^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?$/.test(text)) return null;
  const zoned = /\d(?:Z|[+-]\d\d:?\d\d)$/.test(text.slice(10)) || text.length === 10 ? text : `${text}Z`;
  const time = Date.parse(zoned.replace(" ", "T"));
  return Number.isNaN(time) ? null : Math.floor(time / 1_000);
}
