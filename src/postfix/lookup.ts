import { bounds } from "../bounds.js";
import type { PostfixLookup, PostfixSeen } from "../facts/postfix/seen.js";
import { effective } from "../facts/postfix/values.js";
import { NetError } from "../net/net.js";
import { runCommand } from "../net/command.js";
import { words } from "../syntax/postfix/words.js";
import { UsageError } from "../usage.js";

type Step = PostfixLookup["steps"][number];
type Ask = (table: string, key: string) => Promise<string | null>;

/** Where each class of domains is named, and the tables that say which recipients it has (ADDRESS_CLASS_README). */
const classes = [
  ["local", "mydestination", "local_recipient_maps"],
  ["virtual-alias", "virtual_alias_domains", undefined],
  ["virtual-mailbox", "virtual_mailbox_domains", "virtual_mailbox_maps"],
  ["relay", "relay_domains", "relay_recipient_maps"],
] as const;

/**
 * Looks up an address as smtpd(8) does before it takes a message for it, with postmap(1). Throws a UsageError for what is
 * no address, and for a copy, whose tables may be others than those here.
 */
export async function lookedUp(seen: PostfixSeen, given: string, run = runCommand): Promise<PostfixLookup> {
  const [, user, domain] = /^([^\s@]{1,64})@([\w.-]{1,255})$/.exec(given.trim()) ?? [];
  if (user === undefined || domain === undefined) throw new UsageError(`"${given}" is not an address.`);
  if (!seen.live) throw new UsageError("--lookup asks the tables of this machine; a copy has none that can be asked.");
  const address = `${user}@${domain.toLowerCase()}`;
  const steps: Step[] = [];
  const ask: Ask = async (table, key) => {
    if (steps.length >= bounds.postfix.steps) throw new NetError("limit", "too many tables");
    const step = await asked(seen.folder, table, key, run);
    steps.push(step);
    return step.answer;
  };
  const answered = async (): Promise<Pick<PostfixLookup, "domainClass" | "outcome">> => {
    const domainClass = await classOf(seen, domain.toLowerCase(), ask);
    const local = domainClass === "local";
    const aliases = words(effective(seen, "virtual_alias_maps"));
    if (await findIn(aliases, keysOf(seen, user, domain.toLowerCase(), local, true), ask))
      return { domainClass, outcome: "found" };
    if (domainClass === "none") return { domainClass, outcome: "elsewhere" };
    const setting = classes.find(([name]) => name === domainClass)?.[2];
    if (setting === undefined) return { domainClass, outcome: "not-found" };
    const tables = words(effective(seen, setting));
    // Without tables every recipient of these domains is taken.
    const is =
      tables.length === 0 || (await findIn(tables, keysOf(seen, user, domain.toLowerCase(), local, !local), ask));
    return { domainClass, outcome: is ? "found" : "not-found" };
  };
  const { domainClass, outcome } = await answered().catch((error: unknown) => {
    if (!(error instanceof NetError)) throw error;
    return { domainClass: "unknown", outcome: "unknown" } as const;
  });
  const broken = steps.some(({ problem }) => problem !== undefined);
  return { address, domainClass, steps, outcome: broken && outcome !== "found" ? "unknown" : outcome };
}

async function classOf(seen: PostfixSeen, domain: string, ask: Ask): Promise<PostfixLookup["domainClass"]> {
  for (const [name, setting] of classes) {
    const listed = words(effective(seen, setting));
    for (const word of listed) {
      if (word.toLowerCase() === domain) return name;
      if (name === "relay" && domain.endsWith(`.${word.toLowerCase()}`)) return name;
      if (/^[a-z]+:/.test(word) && (await ask(word, domain)) !== null) return name;
    }
  }
  return "none";
}

/** Keys in the order of virtual(5) and local(8): with the extension, without it, the user alone, the domain alone. */
function keysOf(seen: PostfixSeen, user: string, domain: string, bare: boolean, whole: boolean): string[] {
  const delimiters = effective(seen, "recipient_delimiter");
  const cut = Array.from(user).findIndex((char, at) => at > 0 && delimiters.includes(char));
  const plain = cut < 0 ? user : user.slice(0, cut);
  const keys = [
    `${user}@${domain}`,
    `${plain}@${domain}`,
    ...(bare ? [user, plain] : []),
    ...(whole ? [`@${domain}`] : []),
  ];
  return [...new Set(keys)];
}

async function findIn(tables: readonly string[], keys: readonly string[], ask: Ask): Promise<boolean> {
  for (const key of keys)
    for (const table of tables) if (/^[a-z]+:/.test(table) && (await ask(table, key)) !== null) return true;
  return false;
}

/** What postmap(1) finds; proxymap(8) is left out, since it need not run. */
async function asked(folder: string, named: string, key: string, run: typeof runCommand): Promise<Step> {
  const table = named.replace(/^proxy:/, "");
  const step = { table, key, answer: null };
  try {
    const ran = await run("postmap", ["-c", folder, "-q", key, table], {
      time: bounds.postfix.time,
      most: bounds.postfix.file,
    });
    if (ran.outcome === "missing") return { ...step, problem: "postmap is not there" };
    // The answer of a table of the system's users is their line of passwd(5), which is not for show.
    if (ran.code === 0)
      return { ...step, answer: /^(?:unix|nis):/.test(table) ? "is there" : ran.stdout.trim().slice(0, bounds.shown) };
    const problem = ran.stderr.trim().split("\n").at(-1)!;
    return problem === "" ? step : { ...step, problem: problem.slice(0, bounds.shown) };
  } catch (error) {
    if (error instanceof NetError) return { ...step, problem: error.message };
    throw error;
  }
}
