import { bounds } from "../../bounds.js";
import { isAbsent, type Tools } from "../../fact.js";
import type { Answer } from "../../net/net.js";
import { labelsOf, nameFault } from "../../syntax/domain-name.js";
import { expandMacros, macroLetters } from "../../syntax/spf-macro.js";
import { nameToAsk } from "./question.js";
import { spfRecord } from "./record.js";
import { asUnknown, countLookups, emptyNode, type Found, recordNode, type SpfNode, type SpfStep } from "./tree.js";

/** A step that is still to be followed, and the domains whose records lead to it. */
interface Pending {
  step: SpfStep;
  chain: readonly string[];
}

/**
 * Follows a record to its end, all includes of one depth at once: as many round trips as it is deep, and one more. Past
 * `bounds.spf` nothing is asked; by then far more than ten lookups are counted.
 */
export async function walkSpf(
  domain: string,
  text: string,
  { ask, dns }: Pick<Tools, "ask" | "dns">,
): Promise<SpfNode> {
  const root = recordNode(domain, text);
  const followed = new Set<SpfStep>();
  const leaves: Promise<void>[] = [];
  let queries = 1;
  for (let depth = 0; depth <= bounds.spf.depth; depth++) {
    countLookups(root);
    const level = [...pending(root, [domain])].filter(
      ({ step }) => !followed.has(step) && step.count <= bounds.spf.counted,
    );
    if (level.length === 0) break;
    await Promise.all(level.map(follow));
  }
  for (const { step } of pending(root, [domain])) {
    if (!followed.has(step) && isReference(step)) step.node = emptyNode(targetOf(step) ?? "", "beyond");
  }
  countLookups(root);
  await Promise.all(leaves);
  return root;

  async function follow({ step, chain }: Pending): Promise<void> {
    if (queries + (step.term.kind === "a" ? 2 : 1) > bounds.spf.queries) return;
    followed.add(step);
    const target = targetOf(step);
    if (target !== undefined) step.target = target;
    if (isReference(step)) step.node = await referenced(target, chain);
    else leaves.push(look(step, target));
  }

  async function referenced(target: string | undefined, chain: readonly string[]): Promise<SpfNode> {
    if (target === undefined) return emptyNode("", "depends");
    if (nameFault(target) || labelsOf(target).length < 2) return emptyNode(target, "malformed"); // RFC 7208 §4.3
    if (chain.includes(target)) return emptyNode(target, "loop");
    queries++;
    try {
      const found = await ask(spfRecord, target);
      const texts = isAbsent(found) ? [] : found.records;
      if (texts.length === 1)
        return { ...recordNode(target, texts[0]!), ...(!isAbsent(found) && lifeOf(found.answer)) };
      return emptyNode(target, texts.length === 0 ? "none" : "several");
    } catch (error) {
      return { ...emptyNode(target, "unknown"), unknown: asUnknown(error) };
    }
  }

  /** What the query of a term finds that leads to no other record. */
  async function look(step: SpfStep, target: string | undefined): Promise<void> {
    const { kind } = step.term;
    if (kind === "ptr" || target === undefined) return void (step.found = { v4: "depends", v6: "depends" });
    if (nameFault(target)) return;
    if (kind === "mx") return lookAtExchanges(step, target);
    const [a, aaaa] = await Promise.all([
      attempt(step, () => dns(target, "A")),
      kind === "a" ? attempt(step, () => dns(target, "AAAA")) : undefined,
    ]);
    step.found = { v4: found(a), v6: found(kind === "a" ? aaaa : a) }; // RFC 7208 §5.7
    Object.assign(step, lifeOf(a, aaaa));
    if (kind === "a" && a && aaaa) step.addresses = [...dataOf(a), ...dataOf(aaaa)];
  }

  async function lookAtExchanges(step: SpfStep, target: string): Promise<void> {
    const answer = await attempt(step, () => dns(target, "MX"));
    step.found = { v4: found(answer), v6: found(answer) };
    if (!answer) return;
    Object.assign(step, lifeOf(answer));
    step.exchanges = answer.records.length;
    const hosts = dataOf(answer)
      .map(({ exchange }) => exchange)
      .filter((host) => !nameFault(host));
    step.hosts = hosts;
    if (step.domain !== domain || target !== domain) return;
    if (hosts.length > bounds.spf.mxAddresses || queries + 2 * hosts.length > bounds.spf.queries) return;
    const answers = await Promise.all(
      hosts.flatMap((host) => [attempt(step, () => dns(host, "A")), attempt(step, () => dns(host, "AAAA"))]),
    );
    if (answers.every((answer) => answer !== undefined)) step.addresses = answers.flatMap(dataOf);
  }

  /** An answer; where there is none, the step keeps why. */
  async function attempt<A extends Answer>(
    step: Pick<SpfStep, "unknown">,
    query: () => Promise<A>,
  ): Promise<A | undefined> {
    queries++;
    try {
      return await query();
    } catch (error) {
      step.unknown ??= asUnknown(error);
      return undefined;
    }
  }

  /** The name a step asks for, if that can be told without a message: `%{o}` is the domain itself. */
  function targetOf({ term, domain: own }: SpfStep): string | undefined {
    const spec = "domain" in term ? term.domain : undefined;
    if (!spec) return own;
    if (macroLetters(spec).some((letter) => letter !== "d" && letter !== "o")) return undefined;
    return nameToAsk(expandMacros(spec, (letter) => (letter === "d" ? own : domain)));
  }
}

const isReference = ({ term }: SpfStep): boolean => term.kind === "include" || term.kind === "redirect";

function* pending(node: SpfNode, chain: readonly string[]): Generator<Pending> {
  for (const step of node.steps) {
    yield { step, chain };
    if (step.node) yield* pending(step.node, [...chain, step.node.domain]);
  }
}

const found = (answer: Answer | undefined): Found =>
  answer ? (answer.records.length > 0 ? "some" : "void") : "unknown";

/** The lowest TTL of some answers to one question, and how long they took: both families are asked for at once. */
function lifeOf(...answers: readonly (Answer | undefined)[]): { ttl?: number; took?: number } {
  const times = answers.flatMap((answer) => answer?.took ?? []);
  return { ...ttlOf(...answers), ...(times.length > 0 && { took: Math.max(...times) }) };
}

/** The lowest TTL of the records of some answers; nothing where there are none. */
export function ttlOf(...answers: readonly (Answer | undefined)[]): { ttl?: number } {
  const ttls = answers.flatMap((answer) => answer?.records ?? []).map(({ ttl }) => ttl);
  return ttls.length > 0 ? { ttl: Math.min(...ttls) } : {};
}

const dataOf = <A extends Answer>({ records }: A): A["records"][number]["data"][] => records.map(({ data }) => data);
