import { splitOutsideQuotes, uncommented, unquoted } from "./comments.js";

/** A mailbox of an address list (RFC 5322 §3.4). */
export interface Mailbox {
  /** Null where there is none. */
  display: string | null;
  local: string;
  /** As it is written, in lower case; empty where there is none. */
  domain: string;
}

export interface AddressList {
  mailboxes: Mailbox[];
  /** Entries that are no address. */
  faults: string[];
}

/** More entries than that are not read. */
const most = 1_000;

/** The mailboxes of an address list, those in groups included (RFC 6854). */
export function parseAddressList(value: string): AddressList {
  const mailboxes: Mailbox[] = [];
  const faults: string[] = [];
  const text = uncommented(value.replace(/[\r\n]+/g, " ")).text;
  const entries = splitOutsideQuotes(text, ",").flatMap((piece) => splitOutsideQuotes(withoutGroup(piece), ";"));
  for (const entry of entries.slice(0, most)) {
    const trimmed = entry.trim();
    if (trimmed === "") continue;
    const mailbox = mailboxOf(trimmed);
    if (mailbox) mailboxes.push(mailbox);
    else faults.push(trimmed.slice(0, 100));
  }
  return { mailboxes, faults };
}

/** A group's name stands before a colon that is in no address: `undisclosed-recipients:;` */
function withoutGroup(entry: string): string {
  const pieces = splitOutsideQuotes(entry, ":");
  return pieces.length === 2 && !pieces[0]!.includes("<") && !pieces[0]!.includes("@") ? pieces[1]! : entry;
}

function mailboxOf(entry: string): Mailbox | undefined {
  const open = openAngle(entry);
  if (open < 0) return addrSpec(entry, null);
  const close = entry.indexOf(">", open);
  if (close < 0 || entry.slice(close + 1).trim() !== "") return undefined;
  const display = unquoted(entry.slice(0, open));
  return addrSpec(entry.slice(open + 1, close).replace(/^@[^:]*:/, ""), display || null); // RFC 5322 §4.4: a route
}

/** Where the angle bracket outside quotes stands. */
function openAngle(entry: string): number {
  const [before] = splitOutsideQuotes(entry, "<");
  return before!.length < entry.length ? before!.length : -1;
}

function addrSpec(text: string, display: string | null): Mailbox | undefined {
  const spec = text.trim();
  const sign = spec.lastIndexOf("@");
  if (sign <= 0) return undefined;
  const local = spec.slice(0, sign).trim();
  const domain = spec
    .slice(sign + 1)
    .trim()
    .replace(/\.$/, "")
    .toLowerCase();
  if (domain === "" || /[\s<>",;:\\()]/.test(domain.replace(/^\[.*\]$/s, ""))) return undefined;
  if (!local.startsWith('"') && /[\s<>"]/.test(local)) return undefined;
  return { display, local, domain };
}

/** A reverse-path as it stands in Return-Path: `<>` is empty; undefined for what is none. */
export function parsePath(value: string): string | undefined {
  const text = uncommented(value).text.trim();
  if (text === "<>") return "";
  const bare = /^<(.*)>$/s.exec(text)?.[1] ?? text;
  const box = addrSpec(bare.replace(/^@[^:]*:/, ""), null);
  return box && `${box.local}@${box.domain}`;
}
