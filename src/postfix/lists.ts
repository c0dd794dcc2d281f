import { bounds } from "../bounds.js";
import type { PostfixSeen } from "../facts/postfix/seen.js";
import { effective } from "../facts/postfix/values.js";
import { logicalLines } from "../syntax/postfix/logical-lines.js";
import { words } from "../syntax/postfix/words.js";
import type { Files } from "./files.js";

/** Settings that are lists of domains or networks, which may stand in files of their own. */
const names = [
  "myorigin",
  "mydestination",
  "virtual_alias_domains",
  "virtual_mailbox_domains",
  "relay_domains",
  "mynetworks",
  "smtpd_client_event_limit_exceptions",
];

/** The lists in files that settings name: `/file`, with patterns, and tables, of which the keys are the entries. */
export async function listsOf(seen: PostfixSeen, files: Files): Promise<PostfixSeen["lists"]> {
  const named = new Set(names.flatMap((name) => valuesOf(seen, name)));
  const found = [...named].slice(0, bounds.postfix.tables).map(async (word): Promise<[string, string[] | null]> => {
    const table = /^(?:proxy:)?(?:hash|btree|lmdb|cdb|dbm|sdbm|texthash|cidr):(\/.*)$/.exec(word)?.[1];
    const text = await files.read(table ?? word, bounds.postfix.table);
    if (text.state !== "read") return [word, null];
    const lines = logicalLines(text.octets).lines.slice(0, bounds.postfix.settings);
    return [word, lines.flatMap((line) => (table === undefined ? words(line.text) : words(line.text).slice(0, 1)))];
  });
  return Object.fromEntries(await Promise.all(found));
}

function valuesOf(seen: PostfixSeen, name: string): string[] {
  try {
    return words(effective(seen, name)).filter((word) => word.startsWith("/") || /^[a-z]+:/.test(word));
  } catch {
    return [];
  }
}
