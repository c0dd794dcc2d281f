import { block, brief, open } from "../../reporters/text/block.js";
import { hang, type Page, pageOf } from "../../reporters/text/page.js";
import type { Out } from "../reporter.js";
import type { Status } from "../result.js";
import { joined } from "../syntax/record.js";
import { type Rules, type Said, view, wording } from "../view/view.js";
import type { Publication, SelectorKey, SigningKeys } from "./signing-keys.js";

/** What was found, selector by selector, and a last line that counts. */
export function dkimScreen(keys: SigningKeys, out: Out, verbose: number, rules: Rules): string {
  const page = pageOf(out, { verbose });
  const parts = [guessing(page, keys), ...keys.selectors.map((one) => selector(page, one, rules)), [last(page, keys)]];
  const shown = parts.filter((lines) => lines.length > 0).map((lines) => lines.join("\n"));
  return `${shown.join("\n\n")}\n`;
}

type State = SelectorKey["state"];
const statuses: Record<State, Status> = { ok: "pass", "not-ok": "fail", revoked: "skip", unknown: "inconclusive" };
const words: Record<State, string> = { ok: "key OK", "not-ok": "key not OK", revoked: "revoked", unknown: "not known" };

/** That nobody said which selectors there are, and how to learn it. */
function guessing(page: Page, { domain, guessed, reason }: SigningKeys): string[] {
  if (!guessed) return [];
  const text = `no selector of ${domain} is declared; of the common ones, these hold a record`;
  const symbol = reason === undefined ? "–" : page.paint("inconclusive", page.symbols.inconclusive);
  return [
    ...hang(page, `${page.spell(symbol)} `, 2, page.text(reason === undefined ? text : `${domain}: ${reason}`)),
    ...hang(page, "  next  ", 8, page.text("look for s= in the DKIM-Signature of a message that was sent")),
  ];
}

function selector(page: Page, one: SelectorKey, rules: Rules): string[] {
  const { name, state, results, publish } = one;
  const { failing, warning, unknown, passing, skipped } = view({ results, causes: [] }, rules);
  const status = statuses[state];
  const remarks = [...warning, ...(page.verbose > 0 ? [...passing, ...skipped] : [])];
  const symbol = page.paint(status, page.symbols[status]);
  return [
    `${symbol} ${page.bold(page.text(name))}  ${page.paint(status, words[state])}${compared(one)}`,
    ...about(page, one).map(page.dim),
    ...failing.flatMap((said) => block(page, bare(said, publish))),
    ...unknown.flatMap((said) => open(page, said)),
    ...remarks.flatMap((said) => brief(page, { ...said, subjects: [] })),
    ...(publish ? publication(page, publish) : []),
  ];
}

/** That the key is the one in the file, where that was asked and is so. */
const compared = ({ state, results }: SelectorKey): string =>
  state === "ok" && results.some(({ check, status }) => check === "dkim/matches-private-key" && status === "pass")
    ? ", the one in the file"
    : "";

/** A finding without what stands above it anyhow: the name, the record, and the one to publish, which comes below. */
function bare(said: Said, publish: Publication | undefined): Said {
  const found = { ...said, subjects: [], evidence: [] };
  const { to, ...fix } = said.fix ?? {};
  return publish && to === publish.text ? { ...found, fix } : found;
}

/** Records that are shown at a selector, where one is due. */
const few = 5;

/** What DNS holds at the selector. */
function about(page: Page, { answer, record }: SelectorKey): string[] {
  if (!answer) return [];
  const { records, aliases, rcode, server, ad } = answer;
  const row = (label: string, text: string): string[] => hang(page, `    ${label.padEnd(8)}`, 12, page.text(text));
  const from = `from ${server}${ad ? ", authenticated" : ""}`;
  const none = rcode === "NXDOMAIN" ? "no such name" : "no TXT record";
  const key = record?.key?.ok ? record.key.key : undefined;
  const text = (record: string): string[] =>
    page.verbose > 0 ? [`${" ".repeat(12)}${page.copy(record)}`] : row("", record);
  const shown = page.verbose > 0 ? records : records.slice(0, few);
  return [
    ...(aliases.length > 0 ? row("alias", aliases.map((alias) => `→ ${alias}`).join(" ")) : []),
    ...(records.length === 0 ? row("record", `${none}, ${from}`) : []),
    ...shown.flatMap(({ ttl, data }) => [...row("record", `TTL ${ttl}, ${from}`), ...text(joined(data))]),
    ...(shown.length < records.length ? row("", `… ${records.length - shown.length} more (-v)`) : []),
    ...(key ? row("key", `${key.type}, ${key.bits} bits`) : []),
    ...(record ? row("flags", record.flags.join(", ") || "none") : []),
  ];
}

/** The lines to copy begin at the margin: in a zone file a blank before a name says that there is none. */
function publication(page: Page, { name, text, zone }: Publication): string[] {
  return [
    "",
    "  publish this in the zone file",
    page.copy(zone),
    "",
    `  or in a form, with the name ${page.text(name)} and this as the text`,
    page.copy(text),
  ];
}

/** Word, counts and exit code. */
function last(page: Page, { selectors, exit }: SigningKeys): string {
  const status: Status = exit === 1 ? "fail" : exit === 3 ? "inconclusive" : "pass";
  const states = ["ok", "not-ok", "unknown", "revoked"] as const;
  const counts = states.flatMap((state) => {
    const count = selectors.filter((one) => one.state === state).length;
    return count > 0 ? [`${count} ${words[state]}`] : [];
  });
  const told = counts.join(", ") || "no selector known";
  return `${page.strong(status, wording[status].state)}  ${told}  exit ${exit}`;
}
