import { bounds } from "../../bounds.js";
import { Networks } from "../../syntax/networks.js";
import { isMechanism, type Mechanism, type Qualifier } from "../../syntax/spf.js";
import type { Resolved } from "./resolved.js";
import type { SpfNode, SpfStep } from "./tree.js";

/** Addresses by what the record says of them; those that are in none of the sets meet an error. */
export type Decision = Record<Qualifier, Networks>;

type Hosts = Resolved["hosts"];

/** Whom a mechanism matches, and who meets an error in it (RFC 7208 §5). */
interface Matched {
  matched: Networks;
  lost: Networks;
}

/**
 * What a record says of all addresses at once, term by term as an evaluation goes. The limits on lookups are left aside,
 * and so are terms that depend on the message: they match nobody here.
 */
export function decide(node: SpfNode, hosts: Hosts, clients: Networks = Networks.all): Decision {
  const said: Decision = { "+": Networks.none, "-": Networks.none, "~": Networks.none, "?": Networks.none };
  if (node.state === "depends") return { ...said, "?": clients };
  if (node.state !== "record" || node.faults.length > 0) return said;
  let left = clients;
  for (const { qualifier, terms } of runs(node.terms.filter(isMechanism))) {
    const { matched, lost } = matchOf(terms, node, hosts, left);
    said[qualifier] = said[qualifier].or(matched);
    left = left.without(matched).without(lost);
    if (left.isEmpty) return said;
  }
  const redirect = node.steps.find(({ term }) => term.kind === "redirect");
  if (!redirect) return { ...said, "?": said["?"].or(left) }; // RFC 7208 §4.7
  const below = decide(redirect.node!, hosts, left);
  return {
    "+": said["+"].or(below["+"]),
    "-": said["-"].or(below["-"]),
    "~": said["~"].or(below["~"]),
    "?": said["?"].or(below["?"]),
  };
}

/** Neighbours that are networks and say the same, so that they are put together at once; any other term by itself. */
function* runs(terms: readonly Mechanism[]): Generator<{ qualifier: Qualifier; terms: Mechanism[] }> {
  let run: Mechanism[] = [];
  for (const term of terms) {
    const last = run.at(-1);
    if (last && !("network" in term && "network" in last && term.qualifier === last.qualifier)) {
      yield { qualifier: last.qualifier, terms: run };
      run = [];
    }
    run.push(term);
  }
  if (run[0]) yield { qualifier: run[0].qualifier, terms: run };
}

function matchOf(terms: readonly Mechanism[], node: SpfNode, hosts: Hosts, clients: Networks): Matched {
  const [first] = terms as [Mechanism];
  if (!("network" in first)) return matchedBy(first, stepOf(node, first), hosts, clients);
  return { matched: Networks.union(terms.map(networkOf)).and(clients), lost: Networks.none };
}

/** The step of a term, where it causes a lookup that is reached. */
export const stepOf = ({ steps }: SpfNode, { at }: { at: number }): SpfStep | undefined =>
  steps.find(({ term }) => term.at === at);

/** Whom one term matches of some clients. */
export function matchedBy(term: Mechanism, step: SpfStep | undefined, hosts: Hosts, clients: Networks): Matched {
  const none = { matched: Networks.none, lost: Networks.none };
  if (term.kind === "all") return { ...none, matched: clients };
  if ("network" in term) return { ...none, matched: networkOf(term).and(clients) };
  if (term.kind === "include") {
    if (!step?.node) return none;
    const said = decide(step.node, hosts, clients);
    const lost = clients.without(Networks.union(Object.values(said)));
    return { matched: said["+"], lost };
  }
  if (term.kind === "exists") return { ...none, matched: step?.found?.v4 === "some" ? clients : Networks.none };
  if (term.kind === "mx" && (step?.exchanges ?? 0) > bounds.spf.mxAddresses) return { ...none, lost: clients }; // RFC 7208 §4.6.4
  return { ...none, matched: behind(step, hosts).and(clients) };
}

/** The networks that an `a` or `mx` stands for. */
export function behind(step: SpfStep | undefined, hosts: Hosts): Networks {
  const { term } = step ?? {};
  if (!step || (term?.kind !== "a" && term?.kind !== "mx")) return Networks.none;
  const addresses =
    term.kind === "a" ? (step.addresses ?? []) : (step.hosts ?? []).flatMap((host) => hosts[host]?.addresses ?? []);
  return Networks.union(addresses.map((ip) => Networks.of(ip, ip.includes(":") ? term.prefix6 : term.prefix4)));
}

export const networkOf = (term: Mechanism): Networks =>
  "network" in term ? Networks.of(term.network, term.prefix) : Networks.none;
