import { bounds } from "../../bounds.js";
import type { Tools } from "../../fact.js";
import type { Branch } from "../../finding.js";
import { type Answer, NetError, type RecordType } from "../../net/net.js";
import { familyOf, isWithin } from "../../syntax/address.js";
import { isWithin as isNameWithin, labelsOf, nameFault, nameOf } from "../../syntax/domain-name.js";
import { joined } from "../../syntax/record.js";
import { isMechanism, isSpf, type Mechanism, type Modifier, parseSpf } from "../../syntax/spf.js";
import { expandMacros, type MacroLetter, macroLetters, type MacroString, parseMacros } from "../../syntax/spf-macro.js";
import { type ClientNames, clientNames } from "../client-names.js";
import { clientAddress, nameToAsk, macroValues, type SpfQuestion } from "./question.js";

/** RFC 7208 §2.6 */
export type SpfResult = "none" | "neutral" | "pass" | "fail" | "softfail" | "temperror" | "permerror";

export interface SpfOutcome {
  result: SpfResult;
  /** What it rests on, in words. */
  reason: string;
  /** The term that matched, and the domain whose record it is in. */
  matched?: { domain: string; term: string };
  /** What the domain says to those it turns away (RFC 7208 §6.2). */
  explanation?: string;
  /** Terms that caused DNS queries, and those of them that found nothing (RFC 7208 §4.6.4). */
  lookups: number;
  voids: number;
  /** The macro letters that were looked at on the way: the result may differ for a message that differs in them. */
  letters: MacroLetter[];
  trace: Branch;
}

/** Queries that went unanswered, without which the outcome is a guess. */
interface Doubts {
  unanswered: NetError[];
}

/** An end that no outer record can change. */
class Stop extends Error {
  readonly result: "permerror" | "temperror";
  constructor(result: "permerror" | "temperror", reason: string) {
    super(reason);
    this.result = result;
  }
}

/** What one record says of the client. */
interface Said {
  result: Exclude<SpfResult, "permerror" | "temperror">;
  matched?: { domain: string; term: string };
  /** exp= of the record that decided, and its domain. */
  exp?: { spec: MacroString; domain: string };
}

type AddressTerm = Extract<Mechanism, { kind: "a" | "mx" }>;

const verdicts = { "+": "pass", "-": "fail", "~": "softfail", "?": "neutral" } as const;

/**
 * check_host() (RFC 7208 §4): what a domain says of a client that sends in its name. Asks DNS and nothing else. An
 * unanswered query gives `temperror`, as the RFC wants it, and is handed back besides, so that nobody has to take it
 * for an answer.
 */
export async function checkHost(
  question: SpfQuestion,
  { dns, now }: Pick<Tools, "dns" | "now">,
): Promise<SpfOutcome & Doubts> {
  const began = now();
  const ip = clientAddress(question.ip);
  const family = familyOf(ip);
  const addressType = family === 4 ? "A" : "AAAA";
  const letters = new Set<MacroLetter>();
  const unanswered: NetError[] = [];
  let lookups = 0;
  let voids = 0;
  let names: Promise<ClientNames> | undefined;

  const trace: Branch = { label: `${question.domain} TXT`, branches: [] };
  const counted = (): Pick<SpfOutcome, "lookups" | "voids" | "letters" | "trace"> & Doubts => ({
    lookups,
    voids,
    letters: [...letters],
    trace,
    unanswered: [...unanswered],
  });
  try {
    const { exp, ...said } = await check(nameOf(labelsOf(question.domain)), trace);
    const sofar = counted();
    const explanation = said.result === "fail" && exp ? await explain(exp) : undefined;
    const reason = said.matched
      ? `${said.matched.term} in the record of ${said.matched.domain} matches`
      : said.result === "none"
        ? "no SPF record"
        : "no term matches";
    return { ...said, reason, ...(explanation !== undefined && { explanation }), ...sofar };
  } catch (stop) {
    if (!(stop instanceof Stop)) throw stop;
    return { result: stop.result, reason: stop.message, ...counted() };
  }

  async function check(domain: string, branch: Branch): Promise<Said> {
    if (labelsOf(domain).length < 2 || nameFault(domain)) return { result: "none" }; // RFC 7208 §4.3
    const texts = (await ask(domain, "TXT")).records.map(({ data }) => joined(data)).filter(isSpf);
    if (texts.length === 0) return { result: "none" }; // RFC 7208 §4.5
    if (texts.length > 1) throw new Stop("permerror", `${domain} publishes ${texts.length} SPF records`);
    const { terms, faults } = parseSpf(texts[0]!);
    if (faults[0]) throw new Stop("permerror", `in the record of ${domain}: ${faults[0].text}: ${faults[0].message}`);
    const modifiers = terms.filter((term): term is Modifier => !isMechanism(term));
    const exp = modifiers.find((term) => term.kind === "exp");
    for (const term of terms.filter(isMechanism)) {
      const step: Branch = { label: term.text, branches: [] };
      branch.branches.push(step);
      const matches = await match(term, domain, step);
      step.note = matches ? "matches" : "no match";
      if (!matches) continue;
      return {
        result: verdicts[term.qualifier],
        matched: { domain, term: term.text },
        ...(exp && { exp: { spec: exp.domain, domain } }),
      };
    }
    const redirect = modifiers.find((term) => term.kind === "redirect");
    if (!redirect) return { result: "neutral" }; // RFC 7208 §4.7
    const step: Branch = { label: redirect.text, branches: [] };
    branch.branches.push(step);
    count(redirect.text, step);
    const target = await targetOf(redirect.domain, domain);
    const said = await check(target, step);
    if (said.result === "none") throw new Stop("permerror", `${redirect.text}: ${target} has no SPF record`); // RFC 7208 §6.1
    return said;
  }

  async function match(term: Mechanism, domain: string, step: Branch): Promise<boolean> {
    if (term.kind === "all") return true;
    if ("network" in term) return isWithin(ip, term.network, term.prefix ?? (term.kind === "ip4" ? 32 : 128));
    count(term.text, step);
    const target = term.domain ? await targetOf(term.domain, domain) : domain;
    if (term.kind === "include") {
      const { result } = await check(target, step);
      if (result === "none") throw new Stop("permerror", `${term.text}: ${target} has no SPF record`); // RFC 7208 §5.2
      return result === "pass";
    }
    if (nameFault(target)) return false; // RFC 7208 §4.8
    if (term.kind === "exists") return (await askForTerm(target, "A")).records.length > 0; // RFC 7208 §5.7
    if (term.kind === "ptr") return (await named(true)).some((name) => isNameWithin(name, target));
    if (term.kind === "mx") return matchMx(target, term);
    return holds((await askForTerm(target, addressType)).records, term);
  }

  async function matchMx(target: string, term: AddressTerm): Promise<boolean> {
    const exchanges = (await askForTerm(target, "MX")).records.map(({ data }) => data);
    if (exchanges.length > bounds.spf.mxAddresses) {
      throw new Stop("permerror", `${term.text} needs the addresses of ${exchanges.length} hosts`); // RFC 7208 §4.6.4
    }
    const hosts = exchanges.sort((a, b) => a.preference - b.preference).map(({ exchange }) => exchange);
    const answers = await Promise.allSettled(
      hosts.filter((host) => !nameFault(host)).map((host) => dns(host, addressType)),
    );
    for (const answer of answers) {
      if (answer.status === "rejected") fail(answer.reason);
      else if (holds(answer.value.records, term)) return true;
    }
    return false;
  }

  function holds(records: readonly { data: string }[], term: AddressTerm): boolean {
    const bits = family === 4 ? (term.prefix4 ?? 32) : (term.prefix6 ?? 128);
    return records.some(({ data }) => isWithin(ip, data, bits));
  }

  function count(term: string, step?: Branch): void {
    lookups++;
    if (step) step.cost = lookups;
    if (lookups > bounds.spf.lookups) throw new Stop("permerror", `${term} is lookup ${lookups}; 10 are allowed`); // RFC 7208 §4.6.4
  }

  function countVoid(): void {
    if (++voids > bounds.spf.voids) throw new Stop("permerror", `${voids} lookups found nothing; 2 are allowed`); // RFC 7208 §4.6.4
  }

  async function ask<T extends RecordType>(name: string, type: T): Promise<Answer<T>> {
    const limit = bounds.spf.time;
    if (now() - began > limit) fail(new NetError("timeout", `no outcome in ${limit / 1000} s`)); // RFC 7208 §4.6.4
    return dns(name, type).catch(fail);
  }

  /** A query that a term causes: one that finds nothing is void. */
  async function askForTerm<T extends RecordType>(name: string, type: T): Promise<Answer<T>> {
    const answer = await ask(name, type);
    if (answer.records.length === 0) countVoid();
    return answer;
  }

  /** The client's own names, asked for once; for a `ptr` term that finds none, the lookup was void. */
  async function named(forTerm: boolean): Promise<string[]> {
    const found = await (names ??= clientNames(ip, dns).then((found) => {
      unanswered.push(...found.unanswered);
      return found;
    }));
    if (forTerm && found.claimed === 0 && found.unanswered.length === 0) countVoid();
    return found.names;
  }

  function fail(error: unknown): never {
    if (!(error instanceof NetError)) throw error;
    unanswered.push(error);
    throw new Stop("temperror", error.message); // RFC 7208 §4.4, §5
  }

  /** What the domain-spec of a term stands for. */
  async function targetOf(spec: MacroString, domain: string): Promise<string> {
    const used = macroLetters(spec);
    for (const letter of used) letters.add(letter);
    if (!names && used.includes("p")) count("%{p}"); // RFC 7208 §4.6.4
    return nameToAsk(await expand(spec, domain));
  }

  async function expand(spec: MacroString, domain: string): Promise<string> {
    const validated = macroLetters(spec).includes("p") ? await clientName(domain) : "";
    const values = macroValues({ question, ip, domain, validated, at: began });
    return expandMacros(spec, (letter) => values[letter]);
  }

  /** `%{p}`: the domain itself if it is a name of the client, else a name below it, else any (RFC 7208 §7.3). */
  async function clientName(domain: string): Promise<string> {
    const found = await named(false);
    return (
      found.find((name) => name === domain) ?? found.find((name) => isNameWithin(name, domain)) ?? found[0] ?? "unknown"
    );
  }

  /** The text behind exp=; none where anything about it is not as it should be (RFC 7208 §6.2). */
  async function explain({ spec, domain }: NonNullable<Said["exp"]>): Promise<string | undefined> {
    const target = nameToAsk(await expand(spec, domain));
    if (nameFault(target)) return undefined;
    const texts = await dns(target, "TXT").then(
      ({ records }) => records.map(({ data }) => joined(data)),
      (error: unknown) => {
        if (error instanceof NetError) return [];
        throw error;
      },
    );
    const parsed = texts.length === 1 ? parseMacros(texts[0]!, "explanation") : undefined;
    return parsed?.ok ? expand(parsed.value, domain) : undefined;
  }
}
