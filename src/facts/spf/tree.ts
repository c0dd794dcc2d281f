import type { Known } from "../../fact.js";
import type { Branch } from "../../finding.js";
import { NetError } from "../../net/net.js";
import { isMechanism, parseSpf, type SpfFault, type SpfTerm } from "../../syntax/spf.js";
import { macroLetters } from "../../syntax/spf-macro.js";

/**
 * The SPF record of a domain with all that it leads to, for a client that nothing matches: every term is reached, which
 * is the most that an evaluation can cost (RFC 7208 §4.6.4). What could not be learnt stays in the tree as such.
 */
export interface SpfNode {
  domain: string;
  /** Besides `record`, why there is nothing to follow. */
  state:
    | "record"
    | "none"
    | "several"
    /** No name that can be asked for. */
    | "malformed"
    /** A record that is being looked at already. */
    | "loop"
    /** The name depends on the message. */
    | "depends"
    /** Nobody answered. */
    | "unknown"
    /** Past the bounds of what is looked at. */
    | "beyond";
  /** The record as published, and its TTL. */
  text?: string;
  ttl?: number;
  /** Milliseconds that its query took. */
  took?: number;
  terms: SpfTerm[];
  faults: SpfFault[];
  /** The terms that cause lookups, in the order in which they are evaluated; those that are never reached left out. */
  steps: SpfStep[];
  unknown?: Unknown;
}

/** A term that causes a lookup. */
export interface SpfStep {
  term: SpfTerm;
  /** The domain in whose record it stands. */
  domain: string;
  /** The name it asks for, where that does not depend on the message. */
  target?: string;
  /** Lookups so far, itself included. */
  count: number;
  /** What it includes or redirects to. */
  node?: SpfNode;
  /** What its own query found, for an IPv4 and an IPv6 client. */
  found?: { v4: Found; v6: Found };
  /** How many hosts an `mx` names, and those that can be looked up. */
  exchanges?: number;
  hosts?: string[];
  /** The addresses that it stands for, where they were asked for: of `a`, and of `mx` in the domain's own record. */
  addresses?: string[];
  /** The lowest TTL of what its query found, and the milliseconds that it took. */
  ttl?: number;
  took?: number;
  unknown?: Unknown;
}

/** `void`: nothing (RFC 7208 §4.6.4). `depends`: on the message. */
export type Found = "some" | "void" | "depends" | "unknown";

export type Unknown = Extract<Known<never>, { state: "unknown" }>;

export const emptyNode = (domain: string, state: SpfNode["state"]): SpfNode => ({
  domain,
  state,
  terms: [],
  faults: [],
  steps: [],
});

/** A record as a node whose steps are not followed yet. */
export function recordNode(domain: string, text: string): SpfNode {
  const { terms, faults } = parseSpf(text);
  return {
    domain,
    state: "record",
    text,
    terms,
    faults,
    steps: reached(terms).map((term) => ({ term, domain, count: 0 })),
  };
}

/** Terms that cause lookups and are evaluated when nothing matches: none after `all`, no redirect beside it. */
function reached(terms: readonly SpfTerm[]): SpfTerm[] {
  const all = terms.findIndex(({ kind }) => kind === "all");
  const before = all < 0 ? terms : terms.slice(0, all); // RFC 7208 §5.1
  const mechanisms = before.filter((term) => isMechanism(term) && term.kind !== "ip4" && term.kind !== "ip6");
  const redirects = all < 0 ? terms.filter(({ kind }) => kind === "redirect") : []; // RFC 7208 §6.1
  return [...mechanisms, ...redirects];
}

/** Every step below a node, in the order of evaluation. */
export function* stepsBelow(node: SpfNode): Generator<SpfStep> {
  for (const step of node.steps) {
    yield step;
    if (step.node) yield* stepsBelow(step.node);
  }
}

/** Every node, the one given first. */
export function* nodesOf(node: SpfNode): Generator<SpfNode> {
  yield node;
  for (const { node: below } of stepsBelow(node)) if (below) yield below;
}

/** Counts lookups in the order of evaluation, and gives their number. `%{p}` costs one more, once (RFC 7208 §4.6.4). */
export function countLookups(root: SpfNode): number {
  let count = 0;
  let named = false;
  for (const step of stepsBelow(root)) {
    const asksName =
      step.term.kind === "ptr" || ("domain" in step.term && macroLetters(step.term.domain ?? []).includes("p"));
    if (asksName && !named && step.term.kind !== "ptr") count++;
    named ||= asksName;
    step.count = ++count;
  }
  return count;
}

/** Throws what kept a part of the tree from being known, if anything did: the caller's answer hangs on it. */
export function mustBeKnown(parts: Iterable<{ unknown?: Unknown }>): void {
  for (const { unknown } of parts) if (unknown) throw new NetError(unknown.code as never, unknown.reason, unknown);
}

/** An error as a part of the tree. */
export function asUnknown(error: unknown): Unknown {
  if (!(error instanceof NetError)) throw error;
  const { code, message: reason, because, seen } = error;
  return { state: "unknown", code, reason, ...(because && { because }), ...(seen && { seen }) };
}

/** The tree as evidence, with the running count at each term; with `totals`, also how much of it is below a term. */
export function asBranch(node: SpfNode, limit: number, totals = false): Branch {
  return { label: `${node.domain} TXT`, branches: branchesOf(node, limit, totals) };
}

const branchesOf = (node: SpfNode, limit: number, totals: boolean): Branch[] =>
  node.steps.map((step) => {
    const below = step.node ? [...stepsBelow(step.node)].length : 0;
    const total = totals && below > 0 ? [`${below + 1} lookups`] : [];
    const note = [...total, ...remarks(step), ...(step.count > limit ? ["past the limit"] : [])].join("; ");
    return {
      label: step.term.text,
      cost: step.count,
      ...(note !== "" && { note }),
      branches: step.node ? branchesOf(step.node, limit, totals) : [],
    };
  });

const states: Record<SpfNode["state"], string | undefined> = {
  record: undefined,
  none: "no SPF record",
  several: "more than one SPF record",
  malformed: "not a name",
  loop: "a loop",
  depends: "depends on the message",
  unknown: "no answer",
  beyond: "not looked at",
};

function remarks({ node, found, unknown }: SpfStep): string[] {
  const state = node && states[node.state];
  const faulty = node && node.faults.length > 0 ? "has a syntax error" : undefined;
  const empty =
    found?.v4 === "void" && found.v6 === "void"
      ? "finds nothing"
      : found?.v4 === "void"
        ? "finds nothing over IPv4"
        : found?.v6 === "void"
          ? "finds nothing over IPv6"
          : undefined;
  const lost = unknown ? "no answer" : undefined;
  return [state, faulty, empty, lost].filter((remark) => remark !== undefined);
}
