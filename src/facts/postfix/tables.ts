import { absent, defineFact, isAbsent } from "../../fact.js";
import { NetError } from "../../net/net.js";
import { words } from "../../syntax/postfix/words.js";
import { type PostfixSeen, postfixSeen } from "./seen.js";

/** A type of table that settings name, and whether this Postfix can open it. */
export interface NamedType {
  type: string;
  settings: string[];
  known: boolean;
}

/** The types of tables that are in use, held against those that Postfix was built with; unknown for a copy. */
export const postfixTableTypes = defineFact({
  id: "postfix-table-types",
  of: "postfix",
  reaches: "file",
  async gather(of, { ask }) {
    const seen = await ask(postfixSeen, of);
    if (isAbsent(seen)) return seen;
    const named = typesIn(seen);
    if (named.size === 0) return { types: [] };
    const { tableTypes } = seen;
    if (!tableTypes)
      throw new NetError("blocked", "which types of tables that Postfix can open is not in a copy of its files", {
        because: {
          id: "postfix machine",
          text: "what Postfix takes from its own machine is not in a copy of its files",
          next: ["on that machine: sudo mailworthy postfix"],
        },
      });
    return {
      types: [...named].map(([type, settings]): NamedType => ({
        type,
        settings: [...settings],
        known: tableTypes.includes(type),
      })),
    };
  },
});

function typesIn({ settings, services }: PostfixSeen): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const { name, value } of [...settings, ...services.flatMap(({ overrides }) => overrides)]) {
    if (!/_(?:maps|checks)$|^alias_database$|_restrictions$/.test(name)) continue;
    for (const word of words(value)) {
      const type = /^(?:proxy:)?([a-z]+):/.exec(word)?.[1];
      // In a list of restrictions a policy server or a milter has this form too.
      if (type === undefined || (name.endsWith("_restrictions") && /^(?:inet|unix)$/.test(type))) continue;
      found.set(type, (found.get(type) ?? new Set()).add(name));
    }
  }
  return found;
}

/** The tables in files that settings name; absent where there is none. */
export const postfixTables = defineFact({
  id: "postfix-tables",
  of: "postfix",
  reaches: "file",
  async gather(of, { ask }) {
    const seen = await ask(postfixSeen, of);
    if (isAbsent(seen)) return seen;
    const known = seen.tables.filter(({ source, compiled }) => [source, compiled].every((one) => one !== "elsewhere"));
    if (known.length === 0) return absent("no table in a file is named");
    return { tables: known, live: seen.live };
  },
});

/** Tables of aliases, in which a whole domain may lead somewhere; unknown where the text of one is not there. */
export const postfixAliases = defineFact({
  id: "postfix-aliases",
  of: "postfix",
  reaches: "file",
  async gather(of, { ask }) {
    const seen = await ask(postfixSeen, of);
    if (isAbsent(seen)) return seen;
    const tables = seen.tables.filter(({ settings }) => settings.some((name) => name.endsWith("virtual_alias_maps")));
    const catchAlls = tables.flatMap(({ table, catchAlls: those }) => those.map((one) => ({ table, ...one })));
    const unread = tables.find(({ source }) => source !== "read");
    if (unread && catchAlls.length === 0) throw new NetError("blocked", `the text of ${unread.table} is not read`);
    return { catchAlls };
  },
});

/** An address that was looked up; absent where none was asked for. */
export const postfixRecipient = defineFact({
  id: "postfix-recipient",
  of: "postfix",
  reaches: "file",
  async gather(of, { ask }) {
    const seen = await ask(postfixSeen, of);
    if (isAbsent(seen)) return seen;
    const { lookup } = seen;
    if (!lookup) return absent("no address was asked for; --lookup ADDRESS looks one up");
    if (lookup.outcome === "unknown") {
      const broken = lookup.steps.find(({ problem }) => problem !== undefined);
      throw new NetError("blocked", `${lookup.address} could not be looked up: ${broken?.problem ?? "no answer"}`);
    }
    return lookup;
  },
});
