import { quote } from "../syntax/rdata.js";
import { strings } from "../syntax/record.js";

/**
 * How the text of a TXT record is written, by who reads it. `master`: as in a master file. `route53`: so too, escapes in
 * octal, quotes a must. `terraform-route53`: that, and the provider puts the quotes around it. `quoted`: as in a master file,
 * quotes a must. `google`: as in a master file, and what is not in quotes is split at blanks. `either`: as in a master file
 * if it begins with a quote, else the text itself. `bare`: the text itself.
 */
export type TextDialect = "master" | "route53" | "terraform-route53" | "quoted" | "google" | "either" | "bare";

/** The character-strings that would be served, a char for each octet, and what their writer should know. */
export interface DecodedText {
  strings: string[];
  /** Why the provider takes no such text, so that applying it fails; the strings are what was probably meant. */
  refused?: string;
  /** What is served is not what it looks like. */
  note?: string;
}

/** Octets of one character-string (RFC 1035 §3.3). */
const most = 255;

/** The strings that a written text stands for, in a dialect. Text comes as chars, and is served in UTF-8. */
export function decodeTxt(dialect: TextDialect, written: string): DecodedText {
  const octets = Buffer.from(written, "utf8").toString("latin1");
  switch (dialect) {
    case "bare":
      return { strings: strings(octets) };
    case "either":
      return octets.startsWith('"') ? resplit(presented(octets, decimal)) : { strings: strings(octets) };
    case "terraform-route53":
      return route53(
        octets.length > 1 && octets.startsWith('"') && octets.endsWith('"') ? octets : `"${octets}"`,
        octets.startsWith('"') ? "the provider puts quotes around the text by itself" : undefined,
      );
    case "route53":
      return route53(octets);
    case "quoted": {
      const decoded = presented(octets, decimal);
      return octets.startsWith('"') ? checked(decoded) : { ...decoded, refused: "the text is not in quotes" };
    }
    default:
      return checked(presented(octets, decimal));
  }
}

/** The text that stands for some strings; each comes back as it was, except where a dialect does not keep where they end. */
export function encodeTxt(dialect: TextDialect, parts: readonly string[]): string {
  const octets =
    dialect === "bare"
      ? parts.join("")
      : dialect === "route53"
        ? parts.map(octal).join(" ")
        : dialect === "terraform-route53"
          ? parts.map(octal).join(" ").slice(1, -1)
          : parts.map(quote).join(" ");
  return Buffer.from(octets, "latin1").toString("utf8");
}

/** Route 53 writes octets outside of ASCII as three octal digits. */
const octal = (string: string): string =>
  `"${string.replace(/["\\]|[^ -~]/gs, (char) => (char === '"' || char === "\\" ? `\\${char}` : `\\${char.charCodeAt(0).toString(8).padStart(3, "0")}`))}"`;

const token = /"(?:\\.|[^"\\])*"|[^\s"]+/gs;
const decimal = /\\(\d{3}|[^])/g;
const octalEscape = /\\([0-3][0-7]{2}|[^])/g;

function route53(octets: string, note?: string): DecodedText {
  const decoded = presented(octets, octalEscape);
  const outside = (octets.match(token) ?? []).some((part) => !part.startsWith('"'));
  if (outside) return { ...decoded, refused: "a part of the text is not in quotes" };
  return { ...checked(decoded), ...(note && { note }) };
}

/** Words and strings in quotes, each one string. */
function presented(octets: string, escapes: RegExp): DecodedText {
  const base = escapes === decimal ? 10 : 8;
  const parts = octets.match(token) ?? [];
  const found = parts.map((part) =>
    (part.startsWith('"') ? part.slice(1, -1) : part).replace(escapes, (_, code: string) =>
      code.length === 3 ? String.fromCharCode(parseInt(code, base) & 255) : code,
    ),
  );
  if (found.length === 0) return { strings: [""], refused: "the text is empty" };
  // A quote that opens and never closes is no token.
  if (/\S/.test(octets.replace(token, ""))) return { strings: found, refused: "a quote is never closed" };
  const split = parts.findIndex((part, at) => at > 0 && !(part.startsWith('"') && parts[at - 1]!.startsWith('"')));
  if (split < 0) return { strings: found };
  return { strings: found, note: `not in quotes, it is split at blanks, and is read as ${short(found.join(""))}` };
}

const short = (text: string): string => JSON.stringify(text.length > 80 ? `${text.slice(0, 80)}…` : text);

function checked(decoded: DecodedText): DecodedText {
  const long = decoded.strings.find(({ length }) => length > most);
  if (long === undefined || decoded.refused !== undefined) return decoded;
  return { ...decoded, refused: `a string of ${long.length} octets; one holds ${most}, so write several, "…" "…"` };
}

/** Of a provider that cuts long strings itself. */
const resplit = (decoded: DecodedText): DecodedText => ({
  ...decoded,
  strings: decoded.strings.flatMap((string) => strings(string)),
});
