import type { Known } from "../fact.js";
import type { Answer, Net } from "../net/net.js";
import type { Result } from "../result.js";
import type { DkimRecord } from "../syntax/dkim-key.js";
import type { Target } from "../target.js";
import { UsageError } from "../usage.js";
import { defineCommand } from "./command.js";
import { configuring, type Flags, type Given, resolving, showing, targeting } from "./flags.js";
import type { Settings } from "./settings.js";
import type { Shell } from "./shell.js";

const { json, verbose, color, ascii, width } = showing;
const keys = "Which keys";

const flags = {
  selector: { ...targeting.selector, group: keys, help: "a selector; default: those of the configuration, or a guess" },
  key: {
    value: "FILE",
    complete: "files",
    group: keys,
    help: "the key that the selector signs with, private or public, PEM; only its public half is used",
  },
  ...resolving,
  ...configuring,
  json: { ...json, help: "all of it as JSON" },
  verbose: { ...verbose, help: "also what passes, and the records whole" },
  color,
  ascii,
  width,
} as const satisfies Flags;

export default defineCommand({
  name: "dkim",
  about: "the DKIM keys of a domain, and whether they are OK",
  usage: [
    ["dkim DOMAIN", "the selectors of the configuration, or common ones"],
    ["dkim DOMAIN --selector NAME", "this one; --key FILE compares and prints the record"],
  ],
  flags,
  words: { placeholder: "DOMAIN", least: 1, most: 1 },
  exits: ["0 every key is OK   1 a key is not   2 not asked", "3 nothing is wrong but something is unknown"],
  examples: [
    "mailworthy dkim example.com --selector s1,s2",
    "mailworthy dkim example.com --selector s1 --key /etc/opendkim/keys/s1.private",
    "mailworthy dkim example.com --json",
  ],
  async run(shell, given, [word]) {
    const [{ settle }, { openNet }, { looksOf }, { readDomain }] = await Promise.all([
      import("./settings.js"),
      import("./outside.js"),
      import("./terminal.js"),
      import("../domain.js"),
    ]);
    const domain = readDomain(word!);
    const settings = await settle(given, shell);
    const declared = await declaredOf(domain, given, settings, shell);
    const net = await openNet(settings.net, shell);
    try {
      const found = await lookedAt(declared, settings, net);
      if (given.json) {
        const { json } = await import("../clean.js");
        await shell.stdout.write(`${json(found)}\n`);
      } else {
        const { dkimScreen } = await import("./dkim-screen.js");
        const looks = { ...looksOf(shell.stdout, shell, given), write: () => {} };
        const rules = new Map(settings.registry.checks.map((check) => [check.id, check]));
        await shell.stdout.write(dkimScreen(found, looks, given.verbose ?? 0, rules));
      }
      return found.exit;
    } finally {
      await net.close?.();
    }
  },
});

/** What was found at the selectors of a domain. */
export interface Keys {
  domain: string;
  /** Nobody declared a selector; these are common names that hold something. */
  guessed: boolean;
  /** Why there is nothing to look at. */
  reason?: string;
  selectors: SelectorKey[];
  exit: 0 | 1 | 3;
}

/** A selector: what DNS holds there, and what the checks say of it. */
export interface SelectorKey {
  selector: string;
  /** The whole name. */
  name: string;
  /** `ok`: a receiver finds the key and can use it, and it is the one in the file, if there is one. */
  state: "ok" | "not-ok" | "revoked" | "unknown";
  answer: Answer<"TXT"> | null;
  record: DkimRecord | null;
  results: Result[];
  /** The record for the key in the file, where DNS is known not to hold it. */
  publish?: Publication;
}

/** A record to publish, in each form that is asked for. */
export interface Publication {
  /** Relative to the domain, as web forms want it. */
  name: string;
  /** In one piece, for web forms. */
  text: string;
  /** The line of a zone file; strings hold 255 octets at most (RFC 1035 §3.3). */
  zone: string;
}

/** The domain with its selectors: those of the command line, else of the configuration. */
async function declaredOf(
  domain: string,
  { selector, key }: Given<typeof flags>,
  { config, folder }: Settings,
  shell: Shell,
): Promise<Target> {
  const [{ readTargets }, { readKey }, { readDomain }] = await Promise.all([
    import("../targets.js"),
    import("../load.js"),
    import("../domain.js"),
  ]);
  const entry = config.targets?.find((one) => one.domain !== undefined && readDomain(one.domain) === domain);
  const chosen = selector?.length ? { selectors: selector.map((name) => name.toLowerCase()) } : {};
  for (const name of chosen.selectors ?? []) readDomain(`${name}._domainkey.${domain}`);
  let found: Target = { domain };
  for await (const target of (await readTargets([{ ...(entry ?? { domain }), ...chosen }], folder)).targets)
    found = target;
  const wanted = chosen.selectors ?? [...new Set([...(found.selectors ?? []), ...Object.keys(found.keys ?? {})])];
  if (key === undefined) return { domain, selectors: wanted, keys: pick(found.keys ?? {}, wanted) };
  if (wanted.length !== 1)
    throw new UsageError("--key goes with one selector.", `mailworthy dkim ${domain} --selector NAME --key ${key}`);
  return { domain, selectors: wanted, keys: { [wanted[0]!]: await readKey(key, shell.cwd) } };
}

const pick = <T>(from: Readonly<Record<string, T>>, names: readonly string[]): Record<string, T> =>
  Object.fromEntries(Object.entries(from).filter(([name]) => names.includes(name)));

async function lookedAt(declared: Target, { registry, wish }: Settings, net: Net): Promise<Keys> {
  const [{ Evidence }, facts, { planFor }, { run }, { family }] = await Promise.all([
    import("../evidence.js"),
    import("../index.js").then(({ facts }) => facts),
    import("../audit.js"),
    import("../run.js"),
    import("../check.js"),
  ]);
  const { domain } = declared;
  const evidence = new Evidence(net);
  const guessed = declared.selectors!.length === 0;
  const guess: Known<{ found: { selector: string }[] }> | undefined = guessed
    ? await evidence.get(facts.commonSelectors, domain)
    : undefined;
  if (guess && guess.state !== "known") return { domain, guessed, reason: guess.reason, selectors: [], exit: 3 };
  const selectors = guess ? guess.value.found.map(({ selector }) => selector) : declared.selectors!;

  const results: Result[] = [];
  const checks = registry.checks.filter(
    ({ id, on }) => family(id) === "dkim" && on === "selector" && id !== needsHistory,
  );
  const only = checks.map(({ id }) => id);
  const plan = planFor(registry, { checks: wish.checks ?? {}, only }, [{ ...declared, selectors, role: ["sends"] }]);
  await run(plan, net, [{ report: (report) => void results.push(...report.results) }]);

  const keys = await Promise.all(
    selectors.map(async (selector): Promise<SelectorKey> => {
      const name = `${selector}._domainkey.${domain}`;
      const [alias, answered, record] = await Promise.all([
        evidence.get(facts.dkimAliases, name),
        evidence.get(facts.dkimAnswer, name),
        evidence.get(facts.dkimRecord, name),
      ]);
      const own = results.filter(({ subject }) => subject.name === name);
      const key = declared.keys?.[selector];
      const state = stateOf(own, guessed);
      return {
        selector,
        name,
        state,
        answer:
          answered.state === "known" ? answered.value.answer : alias.state === "known" ? alias.value.answer : null,
        record: record.state === "known" ? record.value.record : null,
        results: own,
        ...(key !== undefined && lacks(own) && { publish: await publication(selector, domain, key) }),
      };
    }),
  );
  return { domain, guessed, selectors: keys, exit: exitOf(keys) };
}

/** Nothing keeps a history here. */
const needsHistory = "dkim/key-age";

function stateOf(results: readonly Result[], guessed: boolean): SelectorKey["state"] {
  const failed = results.filter(({ status }) => status === "fail").map(({ check }) => check);
  // A guessed selector may well have been given up: nobody says that mail is signed with it.
  if (guessed && failed.length === 1 && failed[0] === "dkim/revoked") return "revoked";
  if (failed.length > 0) return "not-ok";
  return results.some(({ status }) => status === "inconclusive") ? "unknown" : "ok";
}

/** Whether it is certain that DNS does not hold the key in the file. */
function lacks(results: readonly Result[]): boolean {
  const compared = results.find(({ check }) => check === "dkim/matches-private-key");
  return compared?.status === "fail" || compared?.status === "skip";
}

async function publication(selector: string, domain: string, key: string): Promise<Publication> {
  const [{ writeDkimRecord }, { writeRdata }, { strings }] = await Promise.all([
    import("../syntax/dkim-key.js"),
    import("../syntax/rdata.js"),
    import("../syntax/record.js"),
  ]);
  const text = writeDkimRecord(key);
  const name = `${selector}._domainkey`;
  return { name, text, zone: `${name}.${domain}. IN TXT ( ${writeRdata("TXT", strings(text))} )` };
}

function exitOf(keys: readonly SelectorKey[]): Keys["exit"] {
  if (keys.some(({ state }) => state === "not-ok")) return 1;
  return keys.some(({ state }) => state === "ok") && !keys.some(({ state }) => state === "unknown") ? 0 : 3;
}
