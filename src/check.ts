import type { output, ZodType } from "zod";
import type { Across, Fact, Maybe } from "./fact.js";
import type { Datum, Exhibit, Finding, Fix, Level, Stage } from "./finding.js";
import type { Kind, Reachable, Subjects } from "./subject.js";
import type { Role } from "./target.js";

/** One thing a check can say. Braces in the text are filled in when it is said. */
export interface Verdict<Text extends string = string, L extends Level = Level> {
  level: L;
  text: Text;
}
export const pass = <T extends string>(text: T): Verdict<T, "pass"> => ({ level: "pass", text });
export const warn = <T extends string>(text: T): Verdict<T, "warn"> => ({ level: "warn", text });
export const fail = <T extends string>(text: T): Verdict<T, "fail"> => ({ level: "fail", text });

/** Everything a check can say. `skip` and `inconclusive` are the runner's words, never a check's. */
export type Verdicts = Record<string, Verdict> & { skip?: never; inconclusive?: never };

/** The names between braces in a verdict's text. */
type Slots<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Slots<Rest> : never;
type Proof = Exhibit | readonly Exhibit[];
type Spoken<Text extends string> = [Slots<Text>] extends [never]
  ? [data?: Record<string, Datum>, evidence?: Proof, fix?: Fix, stages?: readonly Stage[]]
  : [data: Record<Slots<Text>, Datum> & Record<string, Datum>, evidence?: Proof, fix?: Fix, stages?: readonly Stage[]];
export type Say<V extends Verdicts> = { [Id in keyof V]: (...said: Spoken<V[Id]["text"]>) => Finding };

type Wrapped<F extends Fact<any, any>> = F | Maybe<F> | Across<F>;
export type Needs<K extends Kind> = Record<string, Wrapped<Fact<Reachable[K], any>>>;
export type Values<N> = {
  [Name in keyof N]: N[Name] extends Maybe<infer F>
    ? F extends Fact<any, infer T>
      ? T | null
      : never
    : N[Name] extends Across<infer F>
      ? F extends Fact<any, infer T>
        ? { before: T | null; after: T | null }
        : never
      : N[Name] extends Fact<any, infer T>
        ? T
        : never;
};

/** What a check is told besides its facts. */
export interface Context<K extends Kind, O> {
  subject: Subjects[K];
  options: O;
  /** The time of the evidence, never of the clock. */
  now: Date;
  /** What the domain does with mail, as far as that could be learnt. */
  roles: readonly Role[];
}

/** A table of verdicts and a pure function that picks: same facts, same findings, no I/O, no clock. */
export interface Check<K extends Kind = Kind, N = any, V extends Verdicts = Verdicts, O extends ZodType = any> {
  /** Family, slash, the state wanted or the noun: the path of its file. */
  id: string;
  /** What it looks at; it runs once for each. */
  on: K;
  /** A sentence that is true when the check passes, without a full stop. */
  title: string;
  /** Who is hurt and how, one sentence. */
  why: string;
  /** What to do, verb first, one sentence. */
  fix: string;
  /** Where the rule stands; needed when a verdict can fail. */
  refs?: readonly string[];
  /** Only domains with this role are judged; the runner skips the rest and says why. */
  role?: Role;
  /** Fields of the subject that only the user can fill, each with the reason for a skip where it is not. */
  asks?: { readonly [Field in keyof Subjects[K]]?: string };
  /** A strict zod object, each key with a default. */
  options?: O;
  /** `false`: nothing bears its findings, no comment, no waiver and no baseline. */
  ignorable?: false;
  /** The datum of its findings that measures how bad it is, more being worse. */
  measure?: string;
  needs: N;
  verdicts: V;
  judge(facts: Values<N>, say: Say<V>, context: Context<K, output<O>>): Finding | readonly Finding[];
}

export function defineCheck<
  K extends Kind,
  const N extends Needs<K>,
  const V extends Verdicts,
  O extends ZodType = ZodType<object>,
>(check: Check<K, N, V, O>): Check<K, N, V, O> {
  return check;
}

/** The family of a check id: what stands before the slash. */
export const family = (id: string): string => id.slice(0, id.indexOf("/"));

const voices = new WeakMap<object, Say<Verdicts>>();

/** Turns a table of verdicts into functions that say them. */
export function speak<V extends Verdicts>(verdicts: V): Say<V> {
  let say = voices.get(verdicts);
  if (!say) {
    say = Object.fromEntries(Object.entries(verdicts).map(([id, verdict]) => [id, voice(id, verdict as Verdict)]));
    voices.set(verdicts, say);
  }
  return say as Say<V>;
}

const voice =
  (verdict: string, { level, text }: Verdict) =>
  (data: Record<string, Datum> = {}, evidence?: Proof, fix?: Fix, stages?: readonly Stage[]): Finding => ({
    verdict,
    level,
    text: fill(text, data),
    data,
    ...(evidence && { evidence: [evidence].flat() as Exhibit[] }),
    ...(fix && { fix }),
    ...(stages && { stages: [...stages] }),
  });

/** Fills the braces of a verdict's text. The text of the data is never read as a pattern. */
export function fill(text: string, data: Record<string, Datum>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = data[name];
    if (value === undefined) return whole;
    return typeof value === "object" ? value.join(", ") : String(value);
  });
}
