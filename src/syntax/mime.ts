import { type Field, parseMessage, unfolded } from "./message.js";

/**
 * The parts of a message (RFC 2045, RFC 2046), decoded to text. Reading is total and linear: what is declared wrongly is
 * read as text, and what is past a bound is left out. Octets come one in each char, with lines that end in LF.
 */
export interface Part {
  /** Media type in lower case. */
  type: string;
  parameters: Readonly<Record<string, string>>;
  fields: readonly Field[];
  /** Decoded; of a part with messages inside, empty. */
  text: string;
  /** How many messages it is inside of, the outermost not counted. */
  inside: number;
}

export interface MimeBounds {
  parts: number;
  depth: number;
  /** Chars decoded of one part. */
  text: number;
}

export function partsOf(octets: string, bounds: MimeBounds): Part[] {
  const found: Part[] = [];
  walk(octets, { depth: 0, inside: 0, bounds, found });
  return found;
}

interface Walk {
  depth: number;
  inside: number;
  bounds: MimeBounds;
  found: Part[];
}

function walk(octets: string, at: Walk): void {
  const { depth, inside, bounds, found } = at;
  if (depth > bounds.depth || found.length >= bounds.parts) return;
  const { fields, bodyAt, octets: whole } = parseMessage(octets);
  const { type, parameters } = contentType(valueOf(fields, "content-type") ?? "");
  const body = whole.slice(bodyAt);
  const boundary = parameters["boundary"];
  if (type.startsWith("multipart/") && boundary) {
    found.push({ type, parameters, fields, text: "", inside });
    for (const piece of split(body, boundary, bounds.parts)) walk(piece, { ...at, depth: depth + 1 });
    return;
  }
  const encoding = (valueOf(fields, "content-transfer-encoding") ?? "").toLowerCase();
  if (type === "message/rfc822" || type === "message/global") {
    found.push({ type, parameters, fields, text: "", inside });
    walk(transferred(body, encoding), { ...at, depth: depth + 1, inside: inside + 1 });
    return;
  }
  const text = decoded(transferred(body.slice(0, bounds.text), encoding), parameters["charset"]);
  found.push({ type, parameters, fields, text, inside });
}

/** The value of the first field of that name, unfolded. */
export function valueOf(fields: readonly Field[], key: string): string | undefined {
  const field = fields.find((one) => one.key === key);
  return field && unfolded(field);
}

/** The pieces between the lines of a boundary (RFC 2046 §5.1.1); the one after the last line is open ended. */
function split(body: string, boundary: string, most: number): string[] {
  const mark = `\n--${boundary}`;
  const text = `\n${body}`;
  const pieces: string[] = [];
  let from = -1;
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + mark.length)) {
    if (from >= 0) pieces.push(text.slice(from, at));
    if (pieces.length >= most || text.startsWith("--", at + mark.length)) return pieces;
    const end = text.indexOf("\n", at + mark.length);
    if (end < 0) return pieces;
    from = end + 1;
  }
  if (from >= 0) pieces.push(text.slice(from));
  return pieces;
}

const parameter = /;\s{0,50}([!#-'*+.0-9A-Z^-z|~-]{1,60})\s{0,10}=\s{0,10}(?:"([^"]{0,1000})"|([^\s;"]{1,1000}))/g;

/** RFC 2045 §5.1; text/plain where none is said. */
export function contentType(value: string): Pick<Part, "type" | "parameters"> {
  const text = value.slice(0, 4_000);
  const type = /^\s{0,50}([\w.+-]{1,60}\/[\w.+-]{1,100})/.exec(text)?.[1]?.toLowerCase() ?? "text/plain";
  const parameters: Record<string, string> = Object.create(null) as Record<string, string>;
  for (const [, name, quoted, bare] of text.matchAll(parameter)) parameters[name!.toLowerCase()] ??= quoted ?? bare!;
  return { type, parameters };
}

function transferred(text: string, encoding: string): string {
  if (encoding === "base64") return fromBase64(text);
  return encoding === "quoted-printable" ? fromQuotedPrintable(text) : text;
}

/** What stands behind the last whole octet is left out. */
function fromBase64(text: string): string {
  const digits = text.replace(/[^A-Za-z0-9+/]/g, "");
  return atob(digits.slice(0, digits.length - (digits.length % 4 === 1 ? 1 : 0)));
}

const fromQuotedPrintable = (text: string): string =>
  text
    .replace(/=[ \t]{0,20}\n/g, "")
    .replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

/** Octets in a charset as text; in UTF-8 where they are, or else in Latin-1, if it is not known. */
function decoded(octets: string, charset: string | undefined): string {
  if (!/[\x80-\xff]/.test(octets) && !isIso2022(octets)) return octets;
  const bytes = Uint8Array.from(octets, (char) => char.charCodeAt(0));
  if (charset !== undefined && !/^(?:us-ascii|ascii|unknown-8bit)$/i.test(charset)) {
    try {
      return new TextDecoder(charset).decode(bytes);
    } catch {
      // A charset that nobody knows: read as if none were said.
    }
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder(isIso2022(octets) ? "iso-2022-jp" : "latin1").decode(bytes);
  }
}

/** Whether an escape sequence of ISO-2022 stands there, as in Japanese mail of seven bits. */
const isIso2022 = (octets: string): boolean => octets.includes("\u001B$") || octets.includes("\u001B(");

/** The encoded words of a field as text (RFC 2047). */
export const withoutEncodedWords = (value: string): string =>
  decoded(value.slice(0, 4_000), undefined)
    .replace(/\?=\s{1,20}=\?/g, "?==?")
    .replace(/=\?([\w-]{1,40})\?([bq])\?([^?\s]{0,400})\?=/gi, (_, charset: string, kind: string, text: string) =>
      decoded(kind.toLowerCase() === "b" ? fromBase64(text) : fromQuotedPrintable(text.replaceAll("_", " ")), charset),
    );
