import { resolve } from "node:path";
import type { Config } from "./config.js";
import { readDomain } from "./domain.js";
import { readKey, readLines } from "./load.js";
import type { Role, Target } from "./target.js";
import { type Problem, problemsIn, type UsageError } from "./usage.js";

/** A target as the configuration has it: a domain, or a file of domains that share what is said about them. */
export type Entry = NonNullable<Config["targets"]>[number];

/** Where a list of domains is read from. It is read twice: to see that all of it is right, and to run. */
export interface List {
  shown: string;
  lines(): AsyncIterable<string> | Iterable<string>;
}

/** Targets to run over, one at a time, and how many they are. */
export interface Targets {
  total: number;
  targets: AsyncIterable<Target>;
}

type Part = { target: Target } | { list: List; common: Omit<Target, "domain"> };

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
): Promise<Targets> {
  const parts = await Promise.all(
    entries.map(async ({ domain, file, ...more }): Promise<Part> => {
      const common = await details(more, folder);
      return domain === undefined
        ? { list: open(file!), common }
        : { target: { domain: readDomain(domain), ...common } };
    }),
  );
  const problems: Problem[] = [];
  let total = 0;
  for await (const found of unique(parts)) {
    if ("domain" in found) total++;
    else if (problems.push(found) > most) break;
  }
  if (problems.length > 0) throw problemsIn(problems.slice(0, most));
  return { total, targets: sound(parts) };
}

/** What an entry says besides the domain, as a target holds it. */
async function details(entry: Omit<Entry, "domain" | "file">, folder: string): Promise<Omit<Target, "domain">> {
  const { role, hosts, keys, selectors, senders, mailFrom, ports, tags } = entry;
  const named = role === undefined || role === "inferred" ? undefined : ([role].flat() as Role[]);
  const spki = await Promise.all(
    Object.entries(keys ?? {}).map(async ([name, file]) => [name.toLowerCase(), await readKey(file, folder)] as const),
  );
  return {
    ...(named && { role: named }),
    ...(hosts && { hosts: hosts.map(readDomain) }),
    ...(selectors && { selectors: selectors.map((name) => name.toLowerCase()) }),
    ...(spki.length > 0 && { keys: Object.fromEntries(spki) }),
    ...(senders && { senders }),
    ...(mailFrom && { mailFrom: mailFrom.map(readDomain) }),
    ...(ports && { ports }),
    ...(tags && { tags }),
  };
}

async function* sound(parts: readonly Part[]): AsyncGenerator<Target> {
  for await (const found of unique(parts)) if ("domain" in found) yield found;
}

async function* unique(parts: readonly Part[]): AsyncGenerator<Target | Problem> {
  const seen = new Set<string>();
  for (const part of parts) {
    for await (const found of "target" in part ? [part.target] : inList(part.list, part.common)) {
      if (!("domain" in found)) yield found;
      else if (!seen.has(found.domain)) {
        seen.add(found.domain);
        yield found;
      }
    }
  }
}

async function* inList({ shown, lines }: List, common: Omit<Target, "domain">): AsyncGenerator<Target | Problem> {
  let line = 0;
  for await (const source of lines()) {
    line++;
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
