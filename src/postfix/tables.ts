import { bounds } from "../bounds.js";
import type { FileState, PostfixSeen, PostfixTable } from "../facts/postfix/seen.js";
import { effective } from "../facts/postfix/values.js";
import { serviceName, type Service } from "../syntax/postfix/master-cf.js";
import { logicalLines } from "../syntax/postfix/logical-lines.js";
import { words } from "../syntax/postfix/words.js";
import type { Files } from "./files.js";

/** Types of tables in a file, with what postmap(1) puts behind its name. */
const endings: Readonly<Record<string, string | null>> = {
  hash: ".db",
  btree: ".db",
  lmdb: ".lmdb",
  cdb: ".cdb",
  dbm: ".pag",
  sdbm: ".pag",
  texthash: null,
  cidr: null,
  pcre: null,
  regexp: null,
};

/** The tables in files that settings name, with what matters of their text. Tables of passwords are not opened. */
export async function tablesOf(seen: PostfixSeen, files: Files): Promise<PostfixTable[]> {
  const named = new Map<string, Set<string>>();
  const note = (setting: string, service?: Service): void => {
    for (const table of tablesIn(valueOf(seen, setting, service)))
      named.set(table, (named.get(table) ?? new Set()).add(service ? `${serviceName(service)} ${setting}` : setting));
  };
  for (const { name } of seen.settings) note(name);
  for (const service of seen.services) for (const { name } of service.overrides) note(name, service);
  for (const name of ["alias_maps", "alias_database"]) if (seen.live) note(name);
  return Promise.all(
    [...named]
      .slice(0, bounds.postfix.tables)
      .map(([table, settings]) => tableOf(table, [...settings], files, seen.live)),
  );
}

function valueOf(seen: PostfixSeen, setting: string, service?: Service): string {
  try {
    return effective(seen, setting, service);
  } catch {
    return "";
  }
}

/** `type:/file` in a value, without the proxy before it. */
function tablesIn(value: string): string[] {
  return words(value)
    .map((word) => /^(?:proxy:)?([a-z]+:\/\S+)$/.exec(word)?.[1])
    .filter((table) => table !== undefined)
    .filter((table) => table.slice(0, table.indexOf(":")) in endings);
}

async function tableOf(table: string, settings: string[], files: Files, live: boolean): Promise<PostfixTable> {
  const colon = table.indexOf(":");
  const [type, file] = [table.slice(0, colon), table.slice(colon + 1)];
  const ending = endings[type]!;
  const secret = settings.some((name) => /password/.test(name));
  const text = secret ? undefined : await files.read(file, bounds.postfix.table);
  const [written, made] = await Promise.all([files.changed(file), ending && files.changed(file + ending)]);
  const stateOf = (found: number | FileState): FileState => (typeof found === "number" ? "read" : found);
  const source = text ? text.state : stateOf(written);
  return {
    table,
    settings,
    source,
    compiled: ending === null ? null : stateOf(made as number | FileState),
    // The times of a copy are those of the copying.
    stale: live && typeof written === "number" && typeof made === "number" && written > made,
    ...(text?.state === "read" ? entriesOf(text.octets) : { catchAlls: [], permits: [] }),
  };
}

/** Entries of a table that matter to checks (virtual(5), access(5)). */
function entriesOf(octets: string): Pick<PostfixTable, "catchAlls" | "permits"> {
  const catchAlls: PostfixTable["catchAlls"] = [];
  const permits: PostfixTable["permits"] = [];
  for (const { text, line } of logicalLines(octets).lines) {
    const [, key, value] = /^(\S+)\s+(\S[^]*)$/.exec(text) ?? [];
    if (key === undefined) continue;
    if (key.startsWith("@") && catchAlls.length < bounds.postfix.entries)
      catchAlls.push({ domain: key.slice(1), to: words(value!).slice(0, 5), line });
    if (/^(?:ok|permit|\d+)\s*$/i.test(value!) && permits.length < bounds.postfix.entries) permits.push({ key, line });
  }
  return { catchAlls, permits };
}
