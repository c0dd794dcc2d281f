import { parseFieldList } from "./field-list.js";
import { isHostName, labelsOf } from "./domain-name.js";
import type { Fault } from "./tag-list.js";

/** The record at `_mta-sts.<domain>` (RFC 8461 §3.1). */
export interface StsRecord {
  /** Changes whenever the policy does; null where left out or not valid. */
  id: string | null;
  faults: Fault[];
}

/** Whether a text that does not count as an MTA-STS record was meant as one. */
export const looksLikeSts = (text: string): boolean => parseStsRecord(text) === null && /\bv\s*=\W*sts/i.test(text);

/** Null for a text that is no MTA-STS record. */
export function parseStsRecord(text: string): StsRecord | null {
  const list = parseFieldList(text, "STSv1");
  if (!list) return null;
  const faults = [...list.faults];
  for (const { name, value, at } of list.fields) {
    if (/[\s=]/.test(value)) faults.push({ at, message: `${name}= holds a character that may not stand there` });
  }
  const id = list.fields.find(({ name }) => name === "id");
  if (!id) return { id: null, faults: [...faults, { at: text.length, message: "id= is missing" }] };
  if (/^[a-z0-9]{1,32}$/i.test(id.value)) return { id: id.value, faults };
  return { id: null, faults: [...faults, { at: id.at, message: "id= is not 1 to 32 letters and digits" }] };
}

/** The policy that is served over HTTPS (RFC 8461 §3.2). */
export interface StsPolicy {
  mode: "enforce" | "testing" | "none" | null;
  /** Seconds. */
  maxAge: number | null;
  /** Names of mail hosts; `*.` stands for one label. */
  mx: string[];
  /** `key` is the field concerned, where there is one. */
  faults: (Fault & { key?: string })[];
}

/** One year of 365.25 days and six hours, in seconds (RFC 8461 §3.2). */
const longest = 31_557_600;

export function parseStsPolicy(text: string): StsPolicy {
  const faults: StsPolicy["faults"] = [];
  const fields = new Map<string, { value: string; at: number }>();
  const mx: string[] = [];
  let at = 0;
  const lines = text.split("\n");
  for (const [index, whole] of lines.entries()) {
    const line = whole.replace(/\r$/, "");
    const [, name, value = ""] = /^([a-z0-9][a-z0-9_.-]{0,31}):[ \t]*(.*?)[ \t]*$/i.exec(line) ?? [];
    if (name === undefined) {
      if (line !== "" || index < lines.length - 1) faults.push({ at, message: `"${line}" is no line of a policy` });
    } else if (name === "mx") {
      if (!isMxPattern(value)) faults.push({ at, key: name, message: `mx: ${value} is no name of a host` });
      mx.push(value.toLowerCase());
    } else if (!fields.has(name)) fields.set(name, { value, at }); // RFC 8461 §3.2: of several the first counts
    at += whole.length + 1;
  }
  const read = <T>(name: string, parse: (value: string) => T | null): T | null => {
    const field = fields.get(name);
    const value = field ? parse(field.value) : null;
    if (!field) faults.push({ at: text.length, key: name, message: `${name} is missing` });
    else if (value === null) faults.push({ at: field.at, key: name, message: `${name}: ${field.value} is not valid` });
    return value;
  };
  read("version", (value) => (value === "STSv1" ? value : null));
  const mode = read("mode", (value) => (isMode(value) ? value : null));
  const maxAge = read("max_age", (value) =>
    /^\d{1,10}$/.test(value) && Number(value) <= longest ? Number(value) : null,
  );
  if (mx.length === 0 && mode !== "none") faults.push({ at: text.length, key: "mx", message: "mx is missing" });
  return { mode, maxAge, mx, faults };
}

const isMode = (value: string): value is "enforce" | "testing" | "none" =>
  value === "enforce" || value === "testing" || value === "none";

const isMxPattern = (pattern: string): boolean => isHostName(pattern.replace(/^\*\./, ""));

/** Whether a pattern of a policy covers a mail host; `*.` stands for exactly one label (RFC 8461 §4.1). */
export function coversHost(pattern: string, host: string): boolean {
  const [wanted, name] = [labelsOf(pattern.toLowerCase()), labelsOf(host.toLowerCase())];
  return (
    wanted.length === name.length && wanted.every((label, at) => label === name[at] || (at === 0 && label === "*"))
  );
}
