/**
 * Hostile text made harmless, one function a sink. Everything that came from outside goes through one of these on its
 * way out, and through nothing else: text that does no harm comes out as it went in.
 */
import { bounds } from "./bounds.js";

/** What is not seen where it is shown, or changes how its neighbours are: controls, bidi, zero width, tags, fillers, stand-ins. */
const unseen =
  /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u115f\u1160\u3164\uffa0\u2065\ufdd0-\ufdef\ufff0-\uffff\u{e0000}-\u{e0fff}]|\u034f|\u17b4|\u17b5|\u180b|\u180c|\u180d|\u180f/gu;

/** Marks that pile up on one letter and cover the lines around it: more than any script needs. */
const pile = /(?<=\p{M}{4})\p{M}/gu;

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/**
 * Octets, one char each as DNS and SMTP give them, as text: UTF-8 where they are valid, `\DDD` where they cannot be
 * text. What is already text stays.
 */
function decoded(text: string): string {
  return text.replace(/[\x80-\xff]+/g, (run) => {
    try {
      return utf8.decode(Uint8Array.from(run, (octet) => octet.charCodeAt(0)));
    } catch {
      return /[\x80-\x9f]/.test(run) ? run.replace(/./gs, written) : run;
    }
  });
}

/** A character in sight: `\DDD` as in DNS, or its code point. */
function written(char: string): string {
  const code = char.codePointAt(0)!;
  return code < 256 ? `\\${String(code).padStart(3, "0")}` : `\\u{${code.toString(16)}}`;
}

/** Text with all that is in it in sight, and with its middle left out where it is longer than `limit` characters. */
export function visible(text: string, limit: number = bounds.shown): string {
  const near = text.length > 4 * limit ? text.slice(0, 2 * limit) + text.slice(-2 * limit) : text;
  const units = Array.from(decoded(near).replace(pile, written), (char) => char.replace(unseen, written));
  const long = units.reduce((length, unit) => length + unit.length, 0) > limit;
  if (!long) return units.join("");
  const head = taken(units, Math.ceil(limit * 0.6) - 1);
  const tail = taken(units.slice(head.length).reverse(), limit - head.join("").length - 1).reverse();
  return `${head.join("")}…${tail.join("")}`;
}

/** The first units that fit, none of them cut. */
function taken(units: readonly string[], room: number): string[] {
  let length = 0;
  const end = units.findIndex((unit) => (length += unit.length) > room);
  return end < 0 ? [...units] : units.slice(0, end);
}

/** What a build server obeys anywhere in a line of its log: GitHub, Azure, TeamCity; and GitLab in a test report. */
const anywhere = /##(?=\[|vso\[|teamcity\[)|\[\[(?=ATTACHMENT)/gi;
/** What it obeys where a line begins, as wrapping can make any word do. An IPv6 address such as ::ffff is no command. */
const atStart = /(?<!\S)::(?=[a-z][\w-]*(?:\s|::|$))(?![\da-f]{1,4}(?:\s|$))/gi;
/** Groups of Buildkite, which need the very start of a line. */
const group = /^(?:---|\+\+\+|~~~|\^\^\^)(?=\s)/;

/** Text in a log that a build server reads along. */
const inert = (text: string): string =>
  text
    .replace(anywhere, (token) => `${token[0]}\\${token.slice(1)}`)
    .replace(atStart, ":\\:")
    .replace(group, "\\$&");

/** For a terminal or a log. */
export const terminal = (text: string): string => inert(visible(text));

/** For a terminal, what the reader copies: never shortened within any sensible length. */
export const copied = (text: string): string => inert(visible(text, bounds.copied));

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const asEntity = (char: string): string => entities[char] ?? `&#${char.charCodeAt(0)};`;

/** For HTML, in an element or a quoted attribute; reads as it was, and is no command where it is logged. */
export const html = (text: string): string => asMarkup(visible(text));

/** The same for what the reader copies. */
export const htmlCopied = (text: string): string => asMarkup(visible(text, bounds.copied));

const asMarkup = (text: string): string =>
  text
    .replace(/[&<>"']/g, asEntity)
    .replace(anywhere, (token) => token[0] + asEntity(token[1]!))
    .replace(atStart, ":&#58;")
    .replace(group, (token) => asEntity(token[0]!) + token.slice(1));

/** For XML, in an element or a quoted attribute. Nothing is left that XML 1.0 §2.2 does not allow. */
export const xml = html;

/**
 * A value as JSON, as it is: what a terminal or a log would obey is written as an escape. With `indent`, over lines; the
 * line ends in it are then its own, since JSON escapes those of a string.
 */
export function json(value: unknown, indent?: number): string {
  return JSON.stringify(value, undefined, indent)
    .replace(unseen, (char) => (char === "\n" ? char : char.replace(/[^]/g, (unit) => asEscape(unit))))
    .replace(anywhere, (token) => token[0] + asEscape(token[1]!));
}
const asEscape = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;

/** A field of CSV that no spreadsheet takes for a formula (RFC 4180). */
export function csv(text: string): string {
  const shown = terminal(text);
  const field = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]/.test(shown) ? `'${shown}` : shown;
  return /[",;]|^\s|\s$/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}

/** The description of a TAP 14 test point, or the reason of its directive: one line, no directive; `{` opens no subtest. */
export const tap = (text: string): string =>
  terminal(text)
    .replace(/\{(?=\s*$)/, "\\u{7b}")
    .replace(/[\\#]/g, "\\$&");

/** The message of a GitHub workflow command, from its lines. */
export const annotation = (...lines: readonly string[]): string =>
  lines.map((line) => inert(visible(line, bounds.annotation)).replaceAll("%", "%25")).join("%0A");

/** A property of a GitHub workflow command. */
export const annotationProperty = (text: string): string =>
  terminal(text).replace(/[%:,]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);

/** The message of a logging command of Azure Pipelines, in one line. */
export const azure = (text: string): string => inert(visible(text, bounds.annotation)).replaceAll("%", "%AZP25");

/** A property of a logging command of Azure Pipelines. */
export const azureProperty = (text: string): string =>
  azure(text).replace(/[;\]]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);

/** A value of a TeamCity service message, in ASCII. */
export const teamcity = (text: string): string =>
  terminal(text)
    .replace(/[|'[\]]/g, "|$&")
    .replace(/[^ -~]/g, (unit) => `|0x${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);

/** Text in SARIF, where brackets and parentheses make a link and a number in braces stands for an argument (§3.11). */
export const sarif = (text: string): string =>
  inert(visible(text, bounds.described))
    .replaceAll("](", "]\\(")
    .replace(/\{(?=\d+\})/g, "{{")
    .replace(/(?<=\{\{\d+)\}/g, "}}");

/** The path of a file as a URI, relative where the path is (RFC 3986). */
export function uri(path: string): string {
  const parts = visible(path)
    .replaceAll("\\", "/")
    .replace(/^(?:\.\/+)+/, "")
    .split("/");
  const written = parts.map(encodeURIComponent).join("/");
  if (written.startsWith("/")) return `file://${written.replace(/^\/+/, "/")}`;
  return /^[a-z]%3A\//i.test(written) ? `file:///${written.replace("%3A", ":")}` : written;
}

/** The path of a file as trackers take it, relative to the root of the repository: without `./`. */
export const path = (text: string): string => terminal(text).replace(/^(?:\.\/+)+(?=.)/, "");

/** The status line of a monitoring plugin: what stands behind a bar would be read as figures, a dollar as a macro. */
export const nagios = (text: string): string => terminal(text).replaceAll("|", "/").replaceAll("$", "");

/** The value of a label in the text format of Prometheus. */
export const label = (text: string): string => terminal(text).replace(/[\\"]/g, "\\$&");

/** Text of a Slack message where it reads markup. */
export const slack = (text: string): string => chat(text).replace(/[&<>]/g, (char) => entities[char]!);

/** Text of a chat message where nothing is markup, but for the functions of adaptive cards in double braces. */
export const chat = (text: string): string => inert(visible(text, bounds.chatted)).replace(/\{(?=\{)/g, "{ ");

/** Characters that mean nothing to Markdown, GitHub's kind or Slack's, wherever they stand. */
const plain = /^[\p{L}\p{N} .,;()'"/=%+?–—…→×§:-]*$/u;
/** What they would make all the same: a list, a heading, a link, a mention, an emoji, a commit. */
const taking = /^[\s=+-]|^\d+[.)]\s|:\/\/|\bwww\.|:[\w+-]+:|\bGH-\d|\b[\da-f]{7,40}\b|\s{2}/i;

/** For Markdown: as it is where nothing in it is markup, else as code, within which nothing is. */
export function markdown(text: string): string {
  const shown = terminal(text);
  return plain.test(shown) && !taking.test(shown) ? shown : code(shown);
}

/** For a cell of a Markdown table. */
export const markdownCell = (text: string): string => markdown(text).replaceAll("|", "\\|");

function code(text: string): string {
  if (text.trim() === "") return "";
  const fence = "`".repeat(longestRun(text) + 1);
  const room = /^`|`$|^ .* $/.test(text) ? " " : "";
  return fence + room + text + room + fence;
}

/** Lines as a fenced block of Markdown. */
export function markdownBlock(lines: readonly string[], language = ""): string {
  const shown = lines.map((line) => copied(line));
  const fence = "`".repeat(Math.max(3, longestRun(shown.join("\n")) + 1));
  return [fence + language, ...shown, fence].join("\n");
}

const longestRun = (text: string): number => Math.max(0, ...Array.from(text.matchAll(/`+/g), ([run]) => run.length));
