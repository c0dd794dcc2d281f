import { planFor } from "../audit.js";
import { family } from "../check.js";
import { readDomain } from "../domain.js";
import { Evidence } from "../evidence.js";
import { facts } from "../index.js";
import { readKey } from "../load.js";
import type { Answer, Net } from "../net/net.js";
import type { Registry } from "../plugin.js";
import type { Result } from "../result.js";
import { run } from "../run.js";
import { type DkimRecord, writeDkimRecord } from "../syntax/dkim-key.js";
import { writeRdata } from "../syntax/rdata.js";
import { strings } from "../syntax/record.js";
import type { DomainTarget } from "../target.js";
import { readTargets } from "../targets.js";
import { UsageError } from "../usage.js";
import type { Settings } from "./settings.js";

/** What was found at the selectors of a domain. */
export interface SigningKeys {
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

/** A domain with the selectors that somebody named, and the keys that DNS must hold there. */
export interface DeclaredKeys {
  domain: string;
  selectors: string[];
  keys: Record<string, string>;
}

/** What the command line says of a domain's keys, else what the configuration says. */
export async function declaredKeys(
  word: string,
  { selector, key }: { selector?: readonly string[]; key?: string | undefined },
  { config, folder }: Pick<Settings, "config" | "folder">,
  cwd: string,
): Promise<DeclaredKeys> {
  const domain = readDomain(word);
  const named = (selector ?? []).map((name) => name.toLowerCase());
  for (const name of named) readDomain(nameOf(name, domain));
  const entry = config.targets?.find((one) => one.domain !== undefined && readDomain(one.domain) === domain);
  let known: DomainTarget = { domain };
  if (entry)
    for await (const target of (await readTargets([entry], folder)).targets)
      if (target.domain !== undefined) known = target;
  const { selectors = [], keys = {} } = known;
  const wanted = [...new Set(named.length > 0 ? named : [...selectors, ...Object.keys(keys)])];
  if (key === undefined) {
    const held = Object.entries(keys).filter(([name]) => wanted.includes(name));
    return { domain, selectors: wanted, keys: Object.fromEntries(held) };
  }
  if (wanted.length !== 1)
    throw new UsageError("--key goes with one selector.", `mailworthy dkim ${domain} --selector NAME --key ${key}`);
  return { domain, selectors: wanted, keys: { [wanted[0]!]: await readKey(key, cwd) } };
}

const nameOf = (selector: string, domain: string): string => `${selector}._domainkey.${domain}`;

/** Looks at the selectors, or at common ones where none is named, and lets the checks judge their keys. */
export async function lookAt(
  { domain, selectors, keys }: DeclaredKeys,
  registry: Registry,
  net: Net,
): Promise<SigningKeys> {
  const evidence = new Evidence(net);
  const guessed = selectors.length === 0;
  let chosen = selectors;
  if (guessed) {
    const common = await evidence.get(facts.commonSelectors, domain);
    if (common.state !== "known") return { domain, guessed, reason: common.reason, selectors: [], exit: 3 };
    chosen = common.value.found.map(({ selector }) => selector);
  }
  const results = await judged({ domain, selectors: chosen, keys }, registry, net);
  const found = await Promise.all(
    chosen.map(async (selector): Promise<SelectorKey> => {
      const name = nameOf(selector, domain);
      const own = results.filter(({ subject }) => subject.name === name);
      const key = keys[selector];
      return {
        selector,
        name,
        state: stateOf(own, guessed),
        ...(await heldAt(name, evidence)),
        results: own,
        ...(key !== undefined && lacks(own) && { publish: publication(selector, domain, key) }),
      };
    }),
  );
  return { domain, guessed, selectors: found, exit: exitOf(found) };
}

/** Nothing keeps a history here. */
const needsHistory = "dkim/key-age";

/** What all checks of single keys say, at their own levels: whether a key is OK is no matter of taste. */
async function judged(declared: DeclaredKeys, registry: Registry, net: Net): Promise<Result[]> {
  const checks = registry.checks.filter(
    ({ id, on }) => family(id) === "dkim" && on === "selector" && id !== needsHistory,
  );
  const results: Result[] = [];
  const plan = planFor(registry, { only: checks.map(({ id }) => id) }, [{ ...declared, role: ["sends"] as const }]);
  await run(plan, net, [{ report: (report) => void results.push(...report.results) }]);
  return results;
}

/** The answer at a selector, also where its alias leads nowhere, and the one key record in it. */
async function heldAt(name: string, evidence: Evidence): Promise<Pick<SelectorKey, "answer" | "record">> {
  const [alias, answered, record] = await Promise.all([
    evidence.get(facts.dkimAliases, name),
    evidence.get(facts.dkimAnswer, name),
    evidence.get(facts.dkimRecord, name),
  ]);
  const known = [answered, alias].find(({ state }) => state === "known");
  return {
    answer: known?.state === "known" ? known.value.answer : null,
    record: record.state === "known" ? record.value.record : null,
  };
}

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

function publication(selector: string, domain: string, key: string): Publication {
  const text = writeDkimRecord(key);
  const zone = `${nameOf(selector, domain)}. IN TXT ( ${writeRdata("TXT", strings(text))} )`;
  return { name: `${selector}._domainkey`, text, zone };
}

function exitOf(keys: readonly SelectorKey[]): SigningKeys["exit"] {
  if (keys.some(({ state }) => state === "not-ok")) return 1;
  return keys.some(({ state }) => state === "ok") && !keys.some(({ state }) => state === "unknown") ? 0 : 3;
}
