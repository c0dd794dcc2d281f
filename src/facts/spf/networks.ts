import { defineFact, isAbsent } from "../../fact.js";
import { rangeName } from "../../syntax/address.js";
import { isMechanism, type Mechanism } from "../../syntax/spf.js";
import { mustBeKnown, nodesOf, type SpfNode } from "./tree.js";
import { spf } from "./spf.js";

/** A network that SPF lets send. */
export interface SpfNetwork {
  term: string;
  /** The domain in whose record it stands. */
  domain: string;
  /** Everybody, where an included record ends so. */
  family: 4 | 6 | "all";
  /** Length of its prefix; 0 for everybody. */
  prefix: number;
  /** The special-purpose range that it begins in, where that is none of the public network's. */
  range?: string;
}

/** At most this long, a prefix holds a good part of all addresses. */
const vast = { 4: 8, 6: 16, all: 0 } as const;

export const isVast = ({ family, prefix }: SpfNetwork): boolean => prefix <= vast[family];

/** The networks that the SPF record of a domain and those it leads to let send. */
export const spfNetworks = defineFact({
  id: "spf-networks",
  of: "domain",
  async gather(domain, { ask }) {
    const found = await ask(spf, domain);
    if (isAbsent(found)) return found;
    const networks = [...allowed(found.root, false)];
    if (!networks.some(isVast)) mustBeKnown(nodesOf(found.root));
    return {
      vast: networks.filter(isVast),
      own: networks.filter((network) => network.domain === domain),
      answer: found.answer,
    };
  },
});

/** What a record lets pass. The `all` of the domain's own record, or of one it redirects to, is another matter. */
function* allowed({ domain, terms, steps }: SpfNode, included: boolean): Generator<SpfNetwork> {
  const all = terms.findIndex(({ kind }) => kind === "all");
  const reached = (all < 0 ? terms : terms.slice(0, included ? all + 1 : all)).filter(isMechanism); // RFC 7208 §5.1
  for (const term of reached.filter(({ qualifier }) => qualifier === "+")) yield* networksOf(term, domain);
  for (const { term, node } of steps) {
    if (!node || (isMechanism(term) && term.qualifier !== "+")) continue;
    yield* allowed(node, included || term.kind === "include");
  }
}

function networksOf(term: Mechanism, domain: string): SpfNetwork[] {
  const at = { term: term.text, domain };
  if (term.kind === "all") return [{ ...at, family: "all", prefix: 0 }];
  if (term.kind === "ip4" || term.kind === "ip6") {
    const family = term.kind === "ip4" ? 4 : 6;
    const range = rangeName(term.network);
    return [{ ...at, family, prefix: term.prefix ?? (family === 4 ? 32 : 128), ...(range !== undefined && { range }) }];
  }
  if (term.kind !== "a" && term.kind !== "mx") return [];
  return [
    ...(term.prefix4 === undefined ? [] : [{ ...at, family: 4 as const, prefix: term.prefix4 }]),
    ...(term.prefix6 === undefined ? [] : [{ ...at, family: 6 as const, prefix: term.prefix6 }]),
  ];
}
