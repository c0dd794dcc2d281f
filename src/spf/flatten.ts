import { behind, decide, networkOf, stepOf } from "../facts/spf/decision.js";
import type { Resolved } from "../facts/spf/resolved.js";
import { nodesOf, type SpfNode, type SpfStep, stepsBelow } from "../facts/spf/tree.js";
import { bounds } from "../bounds.js";
import { familyOf } from "../syntax/address.js";
import { Networks } from "../syntax/networks.js";
import { isMechanism, type Mechanism, printTerm, type Qualifier, type SpfTerm } from "../syntax/spf.js";
import { expandMacros, macroLetters, type MacroString } from "../syntax/spf-macro.js";

/** A record for a name. */
export interface Proposed {
  name: string;
  record: string;
}

/** What stands in place of terms that need lookups. */
export interface Flattened {
  /** The domain's own record first, then those that it includes. */
  records: Proposed[];
  /** Terms whose addresses are copied, so that changes behind them are no longer followed. */
  copied: string[];
  /** Terms that stay, as what they match depends on the message or the client's names. */
  kept: string[];
  /** Seconds after which a copied record may have changed: the lowest TTL of them. */
  renew?: number;
}

/** Why there is no flattened record. */
export interface Refused {
  refused: string;
  /** `room`: the record is good, but what would have to stand there is too much. */
  because: "fault" | "unknown" | "room" | "nothing";
}

/** Octets of a record that fits into an answer of 512 (RFC 7208 §3.4), and of one that fits into an EDNS answer. */
const rooms = [450, 1_100] as const;

/** What a record is made of, in order: addresses, or a term that stays. */
type Piece = { qualifier: Qualifier; set: Networks } | { qualifier: Qualifier; kept: SpfTerm };

/**
 * A record that lets the same addresses send with fewer lookups: `a`, `mx`, includes and a redirect are replaced by the
 * networks behind them. What depends on the message stays. Where it does not fit, the networks go into records below
 * the domain.
 */
export function flatten(domain: string, { root, hosts }: Resolved): Flattened | Refused {
  const fault = faultIn(root);
  if (fault !== undefined) return { refused: fault, because: "fault" };
  const copied = new Set<string>();
  const kept: SpfTerm[] = [];
  const ttls: number[] = [];
  const segments = merged(pieces(root, undefined));
  const ending = endingOf(root);
  if (copied.size === 0) return { refused: "no term leads to addresses that could be copied", because: "nothing" };
  const made = { copied: [...copied], kept: kept.map(printTerm), ...(ttls.length > 0 && { renew: Math.min(...ttls) }) };
  const lookups = kept.reduce((sum, term) => sum + costOf(term), 0);
  const own = segments.flatMap(({ qualifier, set, kept }) => [...terms(qualifier, set), ...kept]);
  const whole = [{ name: domain, record: print([...own, ...ending]) }];
  const ways = [
    { records: whole, room: rooms[0] as number },
    ...rooms.map((room) => ({ records: split(domain, segments, ending, room), room })),
  ];
  const fitting = ways.filter(({ records, room }) => records[0]!.record.length <= room);
  const best = fitting.find(({ records }) => lookups + records.length - 1 <= bounds.spf.lookups);
  if (best) return { records: best.records, ...made };
  const parts = Math.min(...fitting.map(({ records }) => records.length - 1));
  const refused = Number.isFinite(parts)
    ? `${lookups + parts} lookups would be left: ${lookups} of terms that have to stay, ${parts} for the networks`
    : "the terms that have to stay make a record that is too long";
  return { refused, because: "room" };

  /** `outer` where the record is included: what its terms say is said by the include. */
  function pieces(node: SpfNode, outer: Qualifier | undefined): Piece[] {
    const all = node.terms.findIndex(({ kind }) => kind === "all");
    const reached = (all < 0 ? node.terms : node.terms.slice(0, all)).filter(isMechanism);
    const own = reached.flatMap((term) => piecesOf(term, node, outer ?? term.qualifier));
    if (outer !== undefined && all >= 0 && (node.terms[all] as Mechanism).qualifier === "+")
      own.push({ qualifier: outer, set: Networks.all });
    const redirect = node.steps.find(({ term }) => term.kind === "redirect");
    if (!redirect) return own;
    if (redirect.node!.state === "depends") return own; // it is in the ending, or its include is kept whole
    note(redirect, redirect.node!.ttl);
    return [...own, ...pieces(redirect.node!, outer)];
  }

  function piecesOf(term: Mechanism, node: SpfNode, qualifier: Qualifier): Piece[] {
    const step = stepOf(node, term);
    if (!step) return [{ qualifier, set: networkOf(term) }];
    if (term.kind === "include" && step.node!.state === "record") {
      if (isPlain(step.node!)) {
        note(step, step.node!.ttl);
        return pieces(step.node!, qualifier);
      }
      if (![...stepsBelow(step.node!)].some(depends)) {
        note(step, ...[...nodesOf(step.node!)].map(({ ttl }) => ttl));
        for (const below of stepsBelow(step.node!)) noteHosts(below);
        return [{ qualifier, set: decide(step.node!, hosts)["+"] }];
      }
    }
    if ((term.kind === "a" || term.kind === "mx") && !depends(step)) {
      note(step, step.ttl);
      noteHosts(step);
      return [{ qualifier, set: behind(step, hosts) }];
    }
    const moved = { ...elsewhere(term, node.domain, root.domain), qualifier };
    kept.push(moved);
    return [{ qualifier, kept: moved }];
  }

  function note({ term, domain: own }: SpfStep, ...lives: (number | undefined)[]): void {
    if (own === domain) copied.add(term.text);
    for (const ttl of lives) if (ttl !== undefined) ttls.push(ttl);
  }

  function noteHosts({ ttl, hosts: named = [] }: SpfStep): void {
    for (const one of [ttl, ...named.map((host) => hosts[host]?.ttl)]) if (one !== undefined) ttls.push(one);
  }

  function costOf(term: SpfTerm): number {
    const step = [...stepsBelow(root)].find((step) => printTerm(step.term) === printTerm(term));
    return 1 + (step?.node ? [...stepsBelow(step.node)].length : 0);
  }
}

/** Why receivers take the record for an error, so that there is nothing to put in its place. */
function faultIn(root: SpfNode): string | undefined {
  const [fault] = root.faults;
  if (fault) return `${fault.text}: ${fault.message}`;
  for (const { term, domain, node, exchanges = 0 } of stepsBelow(root)) {
    const at = `${term.text} in the record of ${domain}`;
    if (exchanges > bounds.spf.mxAddresses) return `${at} leads to ${exchanges} hosts; receivers stop at 10`;
    if (term.kind === "redirect" && node?.state === "depends" && domain !== root.domain)
      return `${at} depends on the message`;
    if (!node || node.state === "depends") continue;
    if (node.state !== "record") return `${at} leads to no good SPF record`;
    if (node.faults[0]) return `${at}: the record there has a syntax error`;
  }
  return undefined;
}

const depends = ({ node, found, term }: SpfStep): boolean =>
  node?.state === "depends" || found?.v4 === "depends" || term.kind === "exists";

/** Whether a record only ever lets send: then its terms may stand for the include, one by one. */
function isPlain(node: SpfNode): boolean {
  const all = node.terms.findIndex(({ kind }) => kind === "all");
  const reached = (all < 0 ? node.terms : node.terms.slice(0, all)).filter(isMechanism);
  if (!reached.every((term) => term.qualifier === "+" && isMovable(term))) return false;
  const redirect = node.steps.find(({ term }) => term.kind === "redirect");
  return !redirect || (redirect.node!.state === "record" && isPlain(redirect.node!));
}

/** Whether a term means the same in another record: `%{p}` depends on the domain whose record it stands in. */
const isMovable = (term: Mechanism): boolean =>
  !("domain" in term && term.domain && macroLetters(term.domain).includes("p"));

/** A term as it has to be written in the record of another domain. */
function elsewhere(term: Mechanism, from: string, to: string): Mechanism {
  if (from === to || term.kind === "all" || "network" in term) return term;
  const spec: MacroString = term.domain ?? [{ letter: "d", reverse: false, delimiters: "", encode: false }];
  const domain = spec.map((part) =>
    "letter" in part && part.letter === "d" ? { literal: expandMacros([part], () => from) } : part,
  );
  return { ...term, domain };
}

/** How the record ends, and its modifiers; `all` may stand in the record that it redirects to. */
function endingOf(root: SpfNode): SpfTerm[] {
  const modifiers = root.terms.filter((term) => !isMechanism(term) && term.kind !== "redirect");
  for (let node = root; ;) {
    const all = node.terms.find(({ kind }) => kind === "all");
    if (all) return [all, ...modifiers];
    const redirect = node.steps.find(({ term }) => term.kind === "redirect");
    if (!redirect?.node) return modifiers;
    if (redirect.node.state === "depends") return [...modifiers, redirect.term];
    node = redirect.node;
  }
}

interface Segment {
  qualifier: Qualifier;
  set: Networks;
  kept: SpfTerm[];
}

/**
 * Neighbours that say the same put together; among them the order is free, but for an include that may turn out to be an
 * error: what stood behind it stays there.
 */
function merged(pieces: readonly Piece[]): Segment[] {
  const segments: (Segment & { sets: Networks[] })[] = [];
  for (const piece of pieces) {
    let last = segments.at(-1);
    if (last?.qualifier !== piece.qualifier || last.kept.at(-1)?.kind === "include")
      segments.push((last = { qualifier: piece.qualifier, set: Networks.none, sets: [], kept: [] }));
    if ("set" in piece) last.sets.push(piece.set);
    else last.kept.push(piece.kept);
  }
  return segments.map(({ qualifier, sets, kept }) => ({
    qualifier,
    set: Networks.union(sets),
    kept: [...new Map(kept.map((term) => [printTerm(term), term])).values()],
  }));
}

const terms = (qualifier: Qualifier, set: Networks): string[] =>
  set.cidrs().map((cidr) => `${qualifier === "+" ? "" : qualifier}ip${familyOf(cidr.split("/", 1)[0]!)}:${cidr}`);

const print = (terms: readonly (SpfTerm | string)[]): string =>
  ["v=spf1", ...terms.map((term) => (typeof term === "string" ? term : printTerm(term)))].join(" ");

/** The networks in records below the domain, each no longer than `room`, and a record that includes them. */
function split(domain: string, segments: readonly Segment[], ending: readonly SpfTerm[], room: number): Proposed[] {
  const parts: Proposed[] = [];
  const own = segments.flatMap(({ qualifier, set, kept }): (SpfTerm | string)[] => {
    const names = filled(terms("+", set), room).map((record) => {
      const name = `_spf${parts.length + 1}.${domain}`;
      parts.push({ name, record });
      return `${qualifier === "+" ? "" : qualifier}include:${name}`;
    });
    return [...names, ...kept];
  });
  return [{ name: domain, record: print([...own, ...ending]) }, ...parts];
}

function filled(words: readonly string[], room: number): string[] {
  const records: string[] = [];
  let record = "";
  for (const word of words) {
    const longer = record === "" ? `v=spf1 ${word}` : `${record} ${word}`;
    if (record !== "" && longer.length + " -all".length > room) {
      records.push(`${record} -all`);
      record = `v=spf1 ${word}`;
    } else record = longer;
  }
  return record === "" ? records : [...records, `${record} -all`];
}
