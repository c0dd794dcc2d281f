import { closing } from "./words.js";

/** What stands for a name: its value, not expanded; undefined for a name that means nothing; null for one not known. */
export type Lookup = (name: string) => string | null | undefined;

/** A value that cannot be expanded, as Postfix would not start with it. */
export class ExpansionError extends Error {
  override name = "ExpansionError";
}

/** A value that hangs on a setting which is not known. */
export class UnknownSetting extends Error {
  override name = "UnknownSetting";
  readonly setting: string;
  constructor(setting: string) {
    super(`${setting} is not known`);
    this.setting = setting;
  }
}

/** How deep values may hang on one another, and how long one may become. */
const most = { depth: 30, length: 256 * 1024, steps: 20_000 };

/**
 * A value with `$name`, `${name}`, `$(name)`, `${name?text}`, `${name:text}`, `${name?{text}:{text}}` and
 * `${{left} == {right}?{text}:{text}}` replaced, `$$` standing for a dollar (postconf(5), "main.cf file format"). A name
 * that means nothing is replaced by nothing. Throws where the form is wrong, where values hang on each other in a
 * circle, and for what is past `most`.
 */
export function expand(value: string, lookup: Lookup): string {
  let steps = 0;
  const known = new Map<string, string | undefined>();
  return within(value, 0);

  function within(text: string, depth: number): string {
    if (depth > most.depth) throw new ExpansionError("settings hang on each other in a circle");
    if (!text.includes("$")) return text;
    let out = "";
    for (let at = 0; at < text.length;) {
      const dollar = text.indexOf("$", at);
      if (dollar < 0) {
        out += text.slice(at);
        break;
      }
      out += text.slice(at, dollar);
      if (++steps > most.steps) throw new ExpansionError("too many names to replace");
      const next = text[dollar + 1];
      if (next === "$") {
        out += "$";
        at = dollar + 2;
      } else if (next === "{" || next === "(") {
        const end = next === "{" ? closing(text, dollar + 1) : closingParenthesis(text, dollar + 1);
        if (end < 0) throw new ExpansionError(`"${text.slice(dollar, dollar + 40)}" is not closed`);
        out += braced(text.slice(dollar + 2, end - 1), depth);
        at = end;
      } else {
        const name = /^[A-Za-z0-9_]+/.exec(text.slice(dollar + 1, dollar + 201))?.[0];
        if (name === undefined) throw new ExpansionError(`no name stands after the dollar in "${text.slice(0, 40)}"`);
        out += valueOf(name, depth) ?? "";
        at = dollar + 1 + name.length;
      }
      if (out.length > most.length) throw new ExpansionError("the value becomes too long");
    }
    return out;
  }

  /** The value of a name, expanded; undefined where it means nothing. */
  function valueOf(name: string, depth: number): string | undefined {
    if (known.has(name)) return known.get(name);
    const raw = lookup(name);
    if (raw === null) throw new UnknownSetting(name);
    const found = raw === undefined ? undefined : within(raw, depth + 1);
    known.set(name, found);
    return found;
  }

  /** What stands between `${` and its brace. */
  function braced(whole: string, depth: number): string {
    const inner = whole.trimStart();
    if (inner.startsWith("{")) return chosen(...compared(inner, depth), depth);
    const name = /^[A-Za-z0-9_]+/.exec(inner)?.[0] ?? "";
    if (name === "") throw new ExpansionError(`no name stands in "\${${whole.slice(0, 40)}}"`);
    const rest = inner.slice(name.length).trimStart();
    if (rest === "") return valueOf(name, depth) ?? "";
    if (!/^[?:]/.test(rest)) throw new ExpansionError(`"${rest.slice(0, 40)}" stands after the name ${name}`);
    return chosen((valueOf(name, depth) ?? "") !== "", rest, depth);
  }

  /** Of `?yes:no`, `?{yes}:{no}`, `?yes` or `:no`, the one that counts. */
  function chosen(is: boolean, rest: string, depth: number): string {
    const text = rest.trimStart();
    if (text.startsWith(":")) return is ? "" : within(plainOr(text.slice(1)), depth + 1);
    if (!text.startsWith("?")) throw new ExpansionError(`"${text.slice(0, 40)}" stands where ? or : is due`);
    const [yes, after] = braces(text.slice(1)) ?? [text.slice(1), ""];
    if (is) return within(yes, depth + 1);
    const otherwise = after.trimStart();
    if (otherwise === "") return "";
    if (!otherwise.startsWith(":")) throw new ExpansionError(`"${otherwise.slice(0, 40)}" stands where : is due`);
    return within(plainOr(otherwise.slice(1)), depth + 1);
  }

  /** A comparison that begins `{left} == {right}`: whether it holds, and what follows. */
  function compared(inner: string, depth: number): [is: boolean, rest: string] {
    const [left, afterLeft] = braces(inner)!;
    const operator = /^\s*(==|!=|<=|>=|<level|<=level|==level|!=level|>level|>=level|<|>)/.exec(afterLeft);
    const level = /^\s*(<=|>=|==|!=|<|>)level\b/.exec(afterLeft);
    const sign = level?.[1] ?? operator?.[1];
    const right = sign === undefined ? undefined : braces(afterLeft.slice((level ?? operator)![0].length));
    if (sign === undefined || right === undefined)
      throw new ExpansionError(`a comparison is due at "${afterLeft.trim().slice(0, 40)}"`);
    const [one, other] = [within(left, depth + 1), within(right[0], depth + 1)];
    const order = level ? byLevel(one, other) : byValue(one, other);
    return [holds(order, sign), right[1]];
  }
}

/** A text in braces at the beginning and what follows; undefined where there is none. */
function braces(text: string): [inner: string, rest: string] | undefined {
  const begin = text.search(/\S/);
  if (begin < 0 || text[begin] !== "{") return undefined;
  const end = closing(text, begin);
  if (end < 0) throw new ExpansionError(`"${text.trim().slice(0, 40)}" is not closed`);
  return [text.slice(begin + 1, end - 1), text.slice(end)];
}

const plainOr = (text: string): string => braces(text)?.[0] ?? text;

function closingParenthesis(text: string, from: number): number {
  const end = text.indexOf(")", from);
  return end < 0 ? -1 : end + 1;
}

/** Numbers as numbers, all else as text. */
function byValue(one: string, other: string): number {
  if (/^\d{1,15}$/.test(one) && /^\d{1,15}$/.test(other)) return Number(one) - Number(other);
  return one < other ? -1 : one > other ? 1 : 0;
}

/** Compatibility levels by their parts: 3.6 comes before 3.11. */
function byLevel(one: string, other: string): number {
  const [a, b] = [one, other].map((level) => level.split(".").map((part) => Number.parseInt(part, 10) || 0));
  for (let at = 0; at < 3; at++) {
    const apart = (a![at] ?? 0) - (b![at] ?? 0);
    if (apart !== 0) return apart;
  }
  return 0;
}

function holds(order: number, sign: string): boolean {
  switch (sign) {
    case "==":
      return order === 0;
    case "!=":
      return order !== 0;
    case "<":
      return order < 0;
    case "<=":
      return order <= 0;
    case ">":
      return order > 0;
    default:
      return order >= 0;
  }
}
