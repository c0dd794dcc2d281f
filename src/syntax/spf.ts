import { familyOf } from "./address.js";
import { isLdh } from "./domain-name.js";
import { type MacroString, parseMacros, printMacros } from "./spf-macro.js";

/**
 * SPF records (RFC 7208 §12). The parser is total: it gives every term that can be read and every fault with its place,
 * so that one fault does not hide the rest. A record with any fault is a permanent error to receivers (RFC 7208 §4.6).
 */
export interface SpfRecord {
  terms: SpfTerm[];
  faults: SpfFault[];
}

export type Qualifier = "+" | "-" | "~" | "?";

interface Placed {
  /** Where it begins in the record, from 0. */
  at: number;
  /** As it is written. */
  text: string;
}

/** Something that matches a client or not (RFC 7208 §5). */
export type Mechanism = Placed & { qualifier: Qualifier } & (
    | { kind: "all" }
    | { kind: "include"; domain: MacroString }
    | { kind: "exists"; domain: MacroString }
    | { kind: "ptr"; domain?: MacroString }
    | { kind: "a"; domain?: MacroString; prefix4?: number; prefix6?: number }
    | { kind: "mx"; domain?: MacroString; prefix4?: number; prefix6?: number }
    | { kind: "ip4" | "ip6"; network: string; prefix?: number }
  );

/** RFC 7208 §6. Modifiers that nobody knows are legal and ignored. */
export type Modifier = Placed &
  (
    | { kind: "redirect"; domain: MacroString }
    | { kind: "exp"; domain: MacroString }
    | { kind: "unknown"; name: string; value: MacroString }
  );

export type SpfTerm = Mechanism | Modifier;

export interface SpfFault extends Placed {
  /** What is wrong, in words. */
  message: string;
  /** Of which grammar. */
  in: "term" | "macro";
}

export const isMechanism = (term: SpfTerm): term is Mechanism => "qualifier" in term;

/** Whether a text is an SPF record at all: the version, alone or before a blank (RFC 7208 §4.5). */
export const isSpf = (text: string): boolean => /^v=spf1(?: |$)/i.test(text);

/** Whether a record lets nobody send; terms after `all` do not count (RFC 7208 §5.1). */
export const deniesAll = (record: string): boolean => /^v=spf1 +-all( |$)/i.test(record);

export function parseSpf(text: string): SpfRecord {
  const terms: SpfTerm[] = [];
  const faults: SpfFault[] = [];
  if (!isSpf(text)) faults.push({ at: 0, text: text.slice(0, 10), message: 'no "v=spf1" at its start', in: "term" });
  for (const word of words(text)) {
    const term = readTerm(word);
    if ("message" in term) faults.push(term);
    else if (isOnce(term) && terms.some(({ kind }) => kind === term.kind))
      faults.push({ ...word, message: `a second ${term.kind}=; one is allowed`, in: "term" }); // RFC 7208 §6
    else terms.push(term);
  }
  return { terms, faults };
}

/** The record that a list of terms makes. */
export const printSpf = (terms: readonly SpfTerm[]): string => ["v=spf1", ...terms.map(printTerm)].join(" ");

/** A term in its usual spelling: no "+", lower-case names. */
export function printTerm(term: SpfTerm): string {
  if (term.kind === "unknown") return `${term.name}=${printMacros(term.value)}`;
  if (!isMechanism(term)) return `${term.kind}=${printMacros(term.domain)}`;
  const head = `${term.qualifier === "+" ? "" : term.qualifier}${term.kind}`;
  if (term.kind === "all") return head;
  if ("network" in term) return `${head}:${term.network}${slash(term.prefix)}`;
  const domain = term.domain ? `:${printMacros(term.domain)}` : "";
  const six = "prefix6" in term ? `/${slash(term.prefix6)}` : "";
  return `${head}${domain}${"prefix4" in term ? slash(term.prefix4) : ""}${six}`;
}

const slash = (prefix: number | undefined): string => (prefix === undefined ? "" : `/${prefix}`);

const isOnce = ({ kind }: SpfTerm): boolean => kind === "redirect" || kind === "exp";

/** What stands between blanks after the version; only U+0020 is one (RFC 7208 §12). */
function words(text: string): Placed[] {
  const found: Placed[] = [];
  let at = 0;
  for (const word of text.split(" ")) {
    if (at > 0 && word !== "") found.push({ at, text: word });
    at += word.length + 1;
  }
  return found;
}

/** A fault on its way to the reader of the term. */
class Fault extends Error {
  readonly offset: number;
  readonly grammar: SpfFault["in"];
  constructor(message: string, offset = 0, grammar: SpfFault["in"] = "term") {
    super(message);
    this.offset = offset;
    this.grammar = grammar;
  }
}

function readTerm(word: Placed): SpfTerm | SpfFault {
  try {
    const name = /^[a-z][\w.-]*(?==)/i.exec(word.text)?.[0];
    return name === undefined ? readMechanism(word) : readModifier(word, name);
  } catch (fault) {
    if (!(fault instanceof Fault)) throw fault;
    return { at: word.at + fault.offset, text: word.text, message: fault.message, in: fault.grammar };
  }
}

function readModifier(word: Placed, name: string): Modifier {
  const kind = name.toLowerCase();
  const start = name.length + 1;
  if (kind === "redirect" || kind === "exp") {
    return { ...word, kind, domain: readDomain(word.text, start, word.text.length) };
  }
  return { ...word, kind: "unknown", name, value: readMacros(word.text, start, word.text.length, "modifier") };
}

const qualifiers = "+-~?";

function readMechanism(word: Placed): Mechanism {
  const { text } = word;
  const qualified = qualifiers.includes(text.charAt(0));
  const start = qualified ? 1 : 0;
  const [name = ""] = /^[^:/=]*/.exec(text.slice(start)) ?? [];
  const kind = name.toLowerCase();
  const rest = start + name.length;
  const head = { ...word, qualifier: (qualified ? text.charAt(0) : "+") as Qualifier };
  switch (kind) {
    case "all":
      if (rest < text.length) throw new Fault(`"all" takes nothing after it`, rest);
      return { ...head, kind };
    case "include":
    case "exists":
      if (text[rest] !== ":") throw new Fault(`"${kind}" needs a domain: ${kind}:example.com`, rest);
      return { ...head, kind, domain: readDomain(text, rest + 1, text.length) };
    case "ptr":
      if (rest === text.length) return { ...head, kind };
      if (text[rest] !== ":") throw new Fault(`"ptr" takes a domain and nothing else`, rest);
      return { ...head, kind, domain: readDomain(text, rest + 1, text.length) };
    case "a":
    case "mx": {
      const end = startOfPrefixes(text, rest);
      if (rest < end && text[rest] !== ":") throw new Fault(`"${kind}" takes a domain after ":"`, rest);
      const prefixes = readPrefixes(text, end);
      return rest < end
        ? { ...head, kind, domain: readDomain(text, rest + 1, end), ...prefixes }
        : { ...head, kind, ...prefixes };
    }
    case "ip4":
    case "ip6":
      return { ...head, kind, ...readNetwork(text, rest, kind === "ip4" ? 4 : 6) };
    default:
      throw new Fault(unknownName(name), start);
  }
}

/** What other tools' and people's words for a mechanism are most likely meant for. */
const meant: Record<string, string> = {
  ip: "ip4",
  ipv4: "ip4",
  ipv6: "ip6",
  inc: "include",
  includes: "include",
  included: "include",
  exist: "exists",
  redirect: "redirect=",
  exp: "exp=",
};

function unknownName(name: string): string {
  const family = familyOf(name);
  if (family) return `an address needs "ip${family}:" before it`;
  const word = meant[name.toLowerCase()];
  return `there is no mechanism "${name}"${word ? `; "${word}" is meant` : ""}`;
}

function readMacros(text: string, start: number, end: number, where: "domain" | "modifier"): MacroString {
  const parsed = parseMacros(text.slice(start, end), where);
  if (parsed.ok) return parsed.value;
  throw new Fault(parsed.error, start + parsed.at, text[start + parsed.at] === "%" ? "macro" : "term");
}

/** A domain-spec: a macro-string that ends in a macro, or in a dot and a top label (RFC 7208 §7.1). */
function readDomain(text: string, start: number, end: number): MacroString {
  if (start === end) throw new Fault("no domain is named", start);
  const parts = readMacros(text, start, end, "domain");
  const last = parts.at(-1)!;
  if ("letter" in last || last.escape) return parts;
  const spec = text.slice(start, end);
  const labels = last.literal.replace(/\.$/, "").split(".");
  const top = labels.at(-1)!;
  if (labels.length > 1 && isLdh(top) && /\D/.test(top)) return parts;
  const family = familyOf(spec);
  if (family) throw new Fault(`an address is written "ip${family}:${spec}"`, start);
  if (labels.length === 1) throw new Fault(`"${spec}" is not a whole domain name`, start);
  throw new Fault(`"${top}" cannot end a domain name${runOn(spec)}`, start);
}

/** The usual cause of an odd end: a blank was left out before the next term. */
function runOn(text: string): string {
  const [next] = /[~?+-]all$/i.exec(text) ?? [];
  return next ? `; a blank is missing before "${next}"` : "";
}

/** Where the prefix lengths of `a` and `mx` begin: at the first slash after which there are only digits and slashes. */
function startOfPrefixes(text: string, from: number): number {
  let start = text.length;
  for (let at = text.length - 1; at >= from && /[\d/]/.test(text.charAt(at)); at--) if (text[at] === "/") start = at;
  return start;
}

/** `/24`, `//64` or `/24//64`: a prefix for IPv4, one for IPv6, or both (RFC 7208 §5.3). */
function readPrefixes(text: string, start: number): { prefix4?: number; prefix6?: number } {
  if (start === text.length) return {};
  const [, four, six] = /^(?:\/(?!\/)([^/]*))?(?:\/\/(.*))?$/.exec(text.slice(start)) ?? [];
  if (four === undefined && six === undefined) throw new Fault(`"${text.slice(start)}" is no prefix length`, start);
  return {
    ...(four !== undefined && { prefix4: readPrefix(four, 32, start) }),
    ...(six !== undefined && { prefix6: readPrefix(six, 128, start) }),
  };
}

function readPrefix(digits: string, most: number, at: number): number {
  if (!/^(?:0|[1-9]\d{0,2})$/.test(digits)) throw new Fault(`"/${digits}" is no prefix length${runOn(digits)}`, at);
  if (Number(digits) > most) throw new Fault(`/${digits} is longer than /${most}`, at);
  return Number(digits);
}

function readNetwork(text: string, rest: number, family: 4 | 6): { network: string; prefix?: number } {
  const start = rest + 1;
  if (text[rest] !== ":" || start === text.length) throw new Fault(`"ip${family}" needs a network after ":"`, rest);
  const slash = text.indexOf("/", start);
  const network = text.slice(start, slash < 0 ? text.length : slash);
  const is = familyOf(network);
  if (is === undefined) throw new Fault(`"${network}" is no IPv${family} address${runOn(network)}`, start);
  if (is !== family) throw new Fault(`"${network}" is an IPv${is} address; it takes "ip${is}:"`, start);
  if (slash < 0) return { network };
  return { network, prefix: readPrefix(text.slice(slash + 1), family === 4 ? 32 : 128, slash) };
}
