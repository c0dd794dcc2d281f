import { bounds } from "../bounds.js";
import { Evidence } from "../evidence.js";
import { decide, type Decision } from "../facts/spf/decision.js";
import { checkHost, type SpfOutcome } from "../facts/spf/evaluation.js";
import type { SpfQuestion } from "../facts/spf/question.js";
import { spfPublished } from "../facts/spf/published.js";
import { type Resolved, spfResolved } from "../facts/spf/resolved.js";
import { asBranch, type SpfNode, stepsBelow } from "../facts/spf/tree.js";
import { spfVoids } from "../facts/spf/voids.js";
import { spf } from "../facts/spf/spf.js";
import type { Branch } from "../finding.js";
import type { Net } from "../net/net.js";

/** The SPF record of a domain, looked at as a whole. */
export interface Picture {
  domain: string;
  record: string;
  ttl: number;
  server: string;
  /** When no term matches, for any client, and for those of a family (RFC 7208 §4.6.4). */
  lookups: number;
  voids?: { v4: number; v6: number };
  tree: Branch;
  /** What makes receivers take the record for an error. */
  problems: string[];
  /** What could not be learnt. */
  unknown: string[];
  /** Who may send, where all of it could be learnt. */
  decision?: Decision;
  resolved?: Resolved;
  /** Terms by which others may send, as the message has it. */
  open: string[];
}

/** Why there is no record to look at; `unknown` where nobody answered. */
export interface Nothing {
  none: string;
  unknown: boolean;
}

/** Looks at the record and all that it leads to. */
export async function pictureOf(domain: string, net: Net): Promise<Picture | Nothing> {
  const evidence = new Evidence(net);
  const found = await evidence.get(spf, domain);
  if (found.state !== "known") return { none: found.reason, unknown: found.state === "unknown" };
  const { record, root, lookups, answer } = found.value;
  const [voids, resolved] = await Promise.all([evidence.get(spfVoids, domain), evidence.get(spfResolved, domain)]);
  const known = voids.state === "known" ? { v4: voids.value.v4.length, v6: voids.value.v6.length } : undefined;
  const unknown = [voids, resolved].flatMap((one) => (one.state === "unknown" ? [one.reason] : []));
  const { root: tree, hosts } = resolved.state === "known" ? resolved.value : {};
  return {
    domain,
    record,
    ttl: Math.min(...answer.records.map(({ ttl }) => ttl)),
    server: answer.server,
    lookups,
    ...(known && { voids: known }),
    tree: asBranch(root, bounds.spf.lookups, true),
    problems: problemsOf(root, lookups, known),
    unknown: [...new Set(unknown)],
    ...(tree && hosts && { decision: decide(tree, hosts), resolved: { root: tree, hosts } }),
    open: [...stepsBelow(root)]
      .filter(({ node, found }) => node?.state === "depends" || found?.v4 === "depends")
      .map(({ term }) => term.text),
  };
}

/** The records of the domain, where they are not one. */
export async function recordsOf(domain: string, net: Net): Promise<readonly string[]> {
  const found = await new Evidence(net).get(spfPublished, domain);
  return found.state === "known" ? found.value.records : [];
}

function problemsOf(root: SpfNode, lookups: number, voids: Picture["voids"]): string[] {
  const problems = root.faults.map(({ text, message }) => `${text}: ${message}`);
  for (const { term, domain, node, exchanges = 0 } of stepsBelow(root)) {
    const at = domain === root.domain ? term.text : `${term.text} in the record of ${domain}`;
    if (exchanges > bounds.spf.mxAddresses) problems.push(`${at} leads to ${exchanges} hosts; receivers stop at 10`);
    if (node?.state === "none") problems.push(`${at}: ${node.domain} has no SPF record`);
    if (node?.state === "several") problems.push(`${at}: ${node.domain} has more than one SPF record`);
    if (node?.state === "malformed") problems.push(`${at}: no name of a domain`);
    if (node?.state === "loop") problems.push(`${at} leads back to where it came from`);
    const [fault] = node?.faults ?? [];
    if (fault) problems.push(`${at}: there, ${fault.text}: ${fault.message}`);
  }
  if (lookups > bounds.spf.lookups) problems.push(`${lookups} lookups; receivers stop at ${bounds.spf.lookups}`);
  const most = voids && Math.min(voids.v4, voids.v6);
  if (most !== undefined && most > bounds.spf.voids)
    problems.push(`${most} lookups that find nothing; receivers may stop at ${bounds.spf.voids}`);
  return problems;
}

/** What the record says of one address. */
export interface Result extends Omit<SpfOutcome, "result"> {
  ip: string;
  result: SpfOutcome["result"] | "unknown";
}

/** What check_host() says; `unknown` where a query that bears on it went unanswered. */
export async function resultOf(question: SpfQuestion, net: Net): Promise<Result> {
  const { unanswered, ...outcome } = await checkHost(question, net);
  const { ip } = question;
  const [doubt] = unanswered;
  if (!doubt && outcome.result !== "temperror") return { ip, ...outcome };
  return { ip, ...outcome, result: "unknown", reason: doubt?.message ?? outcome.reason };
}
