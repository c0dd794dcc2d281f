import { bounds } from "../../bounds.js";
import { defineFact, isAbsent } from "../../fact.js";
import { NetError } from "../../net/net.js";
import { mustBeKnown, nodesOf, type SpfNode, type SpfStep, stepsBelow } from "./tree.js";
import { ttlOf } from "./walk.js";
import { spf } from "./spf.js";

/** The addresses of a host that an `mx` leads to. */
export interface ExchangeHost {
  addresses: string[];
  /** The lowest TTL of the records. */
  ttl?: number;
}

/** A record with all that it leads to, and the hosts behind each `mx`. */
export interface Resolved {
  root: SpfNode;
  hosts: Record<string, ExchangeHost>;
}

/**
 * The tree of a domain's SPF record with the addresses behind every `a` and `mx`: all that it takes to tell who may
 * send. Unknown where any part of it is.
 */
export const spfResolved = defineFact({
  id: "spf-resolved",
  of: "domain",
  async gather(domain, { ask, dns }) {
    const found = await ask(spf, domain);
    if (isAbsent(found)) return found;
    const { root } = found;
    const steps = [...stepsBelow(root)];
    mustBeKnown(nodesOf(root));
    mustBeKnown(steps);
    if (steps.some(isLeftOut))
      throw new NetError("limit", `more than ${bounds.spf.counted} lookups; not all of them are followed`);
    const networks = [...nodesOf(root)].reduce((sum, { terms }) => sum + terms.length, 0);
    if (networks > bounds.spf.networks) throw new NetError("limit", `${networks} terms; too many to put together`);
    const reached = steps.filter(({ exchanges }) => exchanges !== undefined && exchanges <= bounds.spf.mxAddresses);
    const names = [...new Set(reached.flatMap(({ hosts }) => hosts ?? []))];
    if (2 * names.length > bounds.spf.queries) throw new NetError("limit", `${names.length} mail hosts behind mx`);
    const hosts = await Promise.all(
      names.map(async (name): Promise<[string, ExchangeHost]> => {
        const [a, aaaa] = await Promise.all([dns(name, "A"), dns(name, "AAAA")]);
        const addresses = [...a.records, ...aaaa.records].map(({ data }): string => data);
        return [name, { addresses, ...ttlOf(a, aaaa) }];
      }),
    );
    return { ...found, hosts: Object.fromEntries(hosts) };
  },
});

/** Whether a term was not looked at, as enough was by then. */
const isLeftOut = ({ target, found, node }: SpfStep): boolean =>
  node ? node.state === "beyond" : target === undefined && found === undefined;
