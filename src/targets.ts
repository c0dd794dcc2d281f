import { resolve } from "node:path";
import type { Config } from "./config.js";
import { readSelector, readSender } from "./declared.js";
import { readDomain } from "./domain.js";
import { readKey, readLines } from "./load.js";
import type { Envelope } from "./subject.js";
import { type DomainTarget, nameOf, type Role, type Target } from "./target.js";
import { type Problem, problemsIn, type UsageError } from "./usage.js";

/** A target as the configuration has it: a domain, a file of domains that share what is said about them, or a message. */
export type Entry = NonNullable<Config["targets"]>[number] & { envelope?: Envelope };

/** Where a list of domains is read from. It is read twice: to see that all of it is right, and to run. */
export interface List {
  shown: string;
  lines(): AsyncIterable<string> | Iterable<string>;
}

/** Targets to run over, one at a time, and how many they are. */
export interface Targets {
  /** Left out where they come until somebody ends it. */
  total?: number;
  targets: AsyncIterable<Target>;
  /** Of targets that come as they please. */
  live?: Live;
}

/** The way to whoever brings targets while the run goes on. */
export interface Live {
  /** No more are wanted; those that came are still judged. */
  end(): void;
  /** A target's report is out. */
  judged(target: Target): void;
}

type Details = Omit<DomainTarget, "domain">;
type Part = { target: Target } | { list: List; common: Details };

/** What is wrong with a list is told ten lines at most. */
const most = 10;

/**
 * The targets of some entries; a domain that comes again is left out. Lists are looked through first, so that a wrong
 * line is known before anything is judged. `open` finds the list that a file name stands for.
 */
export async function readTargets(
  entries: readonly Entry[],
  folder: string,
  open: (file: string) => List = (file) => ({ shown: file, lines: () => readLines(resolve(folder, file), file) }),
): Promise<Targets & { total: number }> {
  const parts = await Promise.all(
    entries.map(async ({ domain, file, message, ...more }): Promise<Part> => {
      if (message !== undefined)
        return {
          target: { message, ...(more.envelope && { envelope: more.envelope }), ...(more.tags && { tags: more.tags }) },
        };
      const common = await details(more, folder);
      return domain === undefined
        ? { list: open(file!), common }
        : { target: { domain: readDomain(domain), ...common } };
    }),
  );
  const problems: Problem[] = [];
  let total = 0;
  for await (const found of unique(parts)) {
    if (isTarget(found)) total++;
    else if (problems.push(found) > most) break;
  }
  if (problems.length > 0) throw problemsIn(problems.slice(0, most));
  return { total, targets: sound(parts) };
}

/** What an entry says besides the domain, as a target holds it. */
async function details(entry: Omit<Entry, "domain" | "file" | "message">, folder: string): Promise<Details> {
  const { role, hosts, keys, selectors, senders, mailFrom, signing, ports, tags } = entry;
  const named = role === undefined || role === "inferred" ? undefined : ([role].flat() as Role[]);
  const spki = await Promise.all(
    Object.entries(keys ?? {}).map(async ([name, file]) => [name.toLowerCase(), await readKey(file, folder)] as const),
  );
  return {
    ...(named && { role: named }),
    ...(hosts && { hosts: hosts.map(readDomain) }),
    ...(selectors && { selectors: selectors.map(readSelector) }),
    ...(spki.length > 0 && { keys: Object.fromEntries(spki) }),
    ...(senders && { senders: senders.map(readSender) }),
    ...(mailFrom && { mailFrom: mailFrom.map(readDomain) }),
    ...(signing && { signing: signing.map(readDomain) }),
    ...(ports && { ports }),
    ...(tags && { tags }),
  };
}

const isTarget = (one: Target | Problem): one is Target => !("text" in one);

async function* sound(parts: readonly Part[]): AsyncGenerator<Target> {
  for await (const found of unique(parts)) if (isTarget(found)) yield found;
}

async function* unique(parts: readonly Part[]): AsyncGenerator<Target | Problem> {
  const seen = new Set<string>();
  for (const part of parts) {
    for await (const found of "target" in part ? [part.target] : inList(part.list, part.common)) {
      if (!isTarget(found)) {
        yield found;
        continue;
      }
      const name = nameOf(found);
      if (seen.has(name)) continue;
      seen.add(name);
      yield found;
    }
  }
}

async function* inList({ shown, lines }: List, common: Details): AsyncGenerator<Target | Problem> {
  let line = 0;
  for await (const source of lines()) {
    line++;
    if (/[\0\uFFFD]/.test(source)) {
      yield { file: shown, line, text: "not UTF-8 text" };
      return;
    }
    const text = (line === 1 ? source.replace(/^\uFEFF/, "") : source).replace(/(?:^|\s)#.*$/, "").trim();
    if (text === "") continue;
    let domain: string;
    try {
      domain = readDomain(text);
    } catch (error) {
      yield { file: shown, line, column: source.indexOf(text) + 1, source, text: (error as UsageError).message };
      continue;
    }
    yield { domain, ...common };
  }
}
