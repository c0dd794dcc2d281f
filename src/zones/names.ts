import { canonicalName } from "../net/dns/name.js";

const usual = /^(?:[a-z0-9_*-]{1,63}\.)*[a-z0-9_*-]{1,63}$/;
/** A digit after a backslash begins three of them (RFC 1035 §5.1). */
const escaped = /^(?:[^\\]|\\\D|\\\d{3})*$/s;

/**
 * A name as a master file writes it, `@` and relative ones included, in the one spelling that names have here. Throws a
 * RangeError for what no name can be, and for a relative name where there is no origin.
 */
export function absoluteName(word: string, origin: string | undefined): string {
  if (word === "@") return origin ?? noOrigin();
  if (word === ".") return word;
  const absolute = word.endsWith(".") && isAbsolute(word);
  const full = absolute ? word.slice(0, -1) : origin === "." ? word : `${word}.${origin ?? noOrigin()}`;
  const lower = full.toLowerCase();
  if (lower.length <= 253 && usual.test(lower)) return lower;
  if (!escaped.test(word)) throw new RangeError("a digit after a backslash begins three of them");
  if (absolute && full.endsWith(".") && isAbsolute(full)) throw new RangeError("it has an empty label");
  return canonicalName(full);
}

/** Whether the dot at the end stands for itself: an even number of backslashes is before it. */
function isAbsolute(word: string): boolean {
  let slashes = 0;
  while (word[word.length - 2 - slashes] === "\\") slashes++;
  return slashes % 2 === 0;
}

function noOrigin(): never {
  throw new RangeError("it is relative, and no origin is set");
}
