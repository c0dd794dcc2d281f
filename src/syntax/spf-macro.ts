/**
 * Macro-strings of SPF (RFC 7208 §7): text with parts that depend on the message, its sender and its client. Parsing is
 * total, and printing what was parsed gives the same value again.
 */
export type MacroString = MacroPart[];
export type MacroPart = Literal | Macro;

/** Text as it stands; `%%`, `%_` and `%-` are written out. */
export interface Literal {
  literal: string;
  /** How it is written, where that is not the text itself. */
  escape?: "%%" | "%_" | "%-";
}

export interface Macro {
  letter: MacroLetter;
  /** How many of the right-hand parts are used; all where left out. */
  keep?: number;
  reverse: boolean;
  /** Characters to split at; "." where empty. */
  delimiters: string;
  /** URL-escape the outcome: written as an upper-case letter (RFC 7208 §7.3). */
  encode: boolean;
}

/** The letters of RFC 7208 §7.2; `c`, `r` and `t` only where an explanation is written. */
export type MacroLetter = "s" | "l" | "o" | "d" | "i" | "p" | "h" | "v" | "c" | "r" | "t";
const anywhere = "slodiphv";
const inExplanations = "crt";

export type ParsedMacros = { ok: true; value: MacroString } | { ok: false; at: number; error: string };

/** Parses a macro-string; an explanation, besides, may hold blanks (RFC 7208 §7.1). */
export function parseMacros(text: string, where: "domain" | "modifier" | "explanation" = "domain"): ParsedMacros {
  const letters = where === "domain" ? anywhere : anywhere + inExplanations;
  const least = where === "explanation" ? " " : "!";
  const parts: MacroString = [];
  for (let at = 0; at < text.length;) {
    if (text[at] !== "%") {
      const end = endOfLiteral(text, at);
      const literal = text.slice(at, end);
      const odd = literal.search(least === " " ? /[^ -~]/ : /[^!-~]/);
      if (odd >= 0) return { ok: false, at: at + odd, error: `${named(literal.charCodeAt(odd))} is not allowed` };
      parts.push({ literal });
      at = end;
      continue;
    }
    const next = text[at + 1];
    if (next === "%" || next === "_" || next === "-") {
      parts.push({ literal: { "%": "%", _: " ", "-": "%20" }[next], escape: `%${next}` });
      at += 2;
      continue;
    }
    const end = next === "{" ? text.indexOf("}", at) : -1;
    if (next !== "{") return { ok: false, at, error: 'a "%" stands alone; a percent sign is written "%%"' };
    if (end < 0) return { ok: false, at, error: 'a macro has no closing "}"' };
    const macro = readMacro(text.slice(at + 2, end), letters);
    if (typeof macro === "string") return { ok: false, at, error: macro };
    parts.push(macro);
    at = end + 1;
  }
  return { ok: true, value: parts };
}

function endOfLiteral(text: string, from: number): number {
  const end = text.indexOf("%", from);
  return end < 0 ? text.length : end;
}

const named = (code: number): string =>
  code > 32 && code < 127 ? `"${String.fromCharCode(code)}"` : `the character ${code}`;

/** What stands between the braces; a sentence where it is no macro. */
function readMacro(inner: string, letters: string): Macro | string {
  const whole = `"%{${inner}}"`;
  const letter = inner.charAt(0).toLowerCase();
  if (letter === "") return `${whole} names no macro`;
  if (!letters.includes(letter)) {
    return inExplanations.includes(letter)
      ? `${whole} is for explanations only` // RFC 7208 §7.2
      : `${whole}: there is no macro "${inner.charAt(0)}"`;
  }
  const [, digits = "", reverse = "", delimiters = ""] = /^(\d*)(r?)([^]*)$/i.exec(inner.slice(1)) ?? [];
  const odd = delimiters.search(/[^.\-+,/_=]/);
  if (odd >= 0) return `${whole}: "${delimiters.charAt(odd)}" is no delimiter`;
  const keep = digits === "" ? undefined : Math.min(Number(digits), most);
  if (keep === 0) return `${whole} keeps no part`; // RFC 7208 §7.3
  return {
    letter: letter as MacroLetter,
    ...(keep !== undefined && { keep }),
    reverse: reverse !== "",
    delimiters,
    encode: inner.charAt(0) !== letter,
  };
}

/** More parts than a name or an address can have. */
const most = 1_000_000;

export function printMacros(parts: MacroString): string {
  return parts
    .map((part) => {
      if ("literal" in part) return part.escape ?? part.literal;
      const letter = part.encode ? part.letter.toUpperCase() : part.letter;
      return `%{${letter}${part.keep ?? ""}${part.reverse ? "r" : ""}${part.delimiters}}`;
    })
    .join("");
}

/** The letters that a macro-string uses, each once. */
export function macroLetters(parts: MacroString): MacroLetter[] {
  return [...new Set(parts.flatMap((part) => ("letter" in part ? [part.letter] : [])))];
}

/** The text that a macro-string stands for, given what each letter stands for (RFC 7208 §7.3). */
export function expandMacros(parts: MacroString, value: (letter: MacroLetter) => string): string {
  return parts.map((part) => ("literal" in part ? part.literal : transformed(part, value(part.letter)))).join("");
}

function transformed({ keep, reverse, delimiters, encode }: Macro, value: string): string {
  const pieces = splitAt(value, delimiters || ".");
  if (reverse) pieces.reverse();
  const text = pieces.slice(keep === undefined ? 0 : -keep).join(".");
  return encode ? escapedForUrl(text) : text;
}

function splitAt(text: string, delimiters: string): string[] {
  const pieces = [""];
  for (const char of text) {
    if (delimiters.includes(char)) pieces.push("");
    else pieces[pieces.length - 1] += char;
  }
  return pieces;
}

/** All but the unreserved characters (RFC 3986 §2.3), octet by octet. */
const escapedForUrl = (text: string): string =>
  text.replace(/[^\w.~-]/gs, (char) => `%${(char.charCodeAt(0) & 255).toString(16).toUpperCase().padStart(2, "0")}`);
