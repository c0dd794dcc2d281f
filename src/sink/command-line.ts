import { parsePath } from "../syntax/address-list.js";

/** A command as a client writes it: the verb in upper case, and what follows it. */
export interface CommandLine {
  verb: string;
  rest: string;
}

export function parseCommandLine(line: string): CommandLine {
  const [, verb = "", rest = ""] = /^(\S*) *(.*)$/s.exec(line) ?? [];
  return { verb: verb.toUpperCase(), rest: rest.trimEnd() };
}

/** MAIL FROM: or RCPT TO: with its parameters, their keywords in upper case (RFC 5321 §4.1.2). */
export interface PathLine {
  /** With its angle brackets. */
  path: string;
  parameters: readonly (readonly [keyword: string, value: string])[];
}

/** Undefined for what is none. Blanks after the colon are let pass, since common clients write them. */
export function parsePathLine(rest: string, word: "FROM" | "TO"): PathLine | undefined {
  const found = /^(FROM|TO): *(<(?:"(?:[^"\\]|\\.)*"|[^"<>\s])*>)(?: (.*))?$/i.exec(rest);
  if (found?.[1]!.toUpperCase() !== word) return undefined;
  const parameters = (found[3] ?? "").split(" ").filter((text) => text !== "");
  return {
    path: found[2]!,
    parameters: parameters.map((text) => {
      const [, keyword = "", value = ""] = /^([^=]*)=?(.*)$/s.exec(text)!;
      return [keyword.toUpperCase(), value];
    }),
  };
}

/** The reverse-path of MAIL, empty for a bounce; undefined for what is none. */
export const reversePathOf = ({ path }: PathLine): string | undefined =>
  /[^\x20-\x7e]/.test(path) ? undefined : parsePath(path);
