import { absent, defineFact, isAbsent } from "../../fact.js";
import { mustBeKnown } from "./tree.js";
import { spf } from "./spf.js";

/** Single addresses that the SPF record of a domain lets send by itself: `ip4`, `ip6`, `a`, and its own `mx`. */
export const spfAddresses = defineFact({
  id: "spf-addresses",
  of: "domain",
  async gather(domain, { ask }) {
    const found = await ask(spf, domain);
    if (isAbsent(found)) return found;
    const { terms, steps } = found.root;
    const whole = terms.flatMap((term) => {
      if ((term.kind !== "ip4" && term.kind !== "ip6") || term.qualifier !== "+") return [];
      const single = term.kind === "ip4" ? 32 : 128;
      return (term.prefix ?? single) === single ? [term.network.toLowerCase()] : [];
    });
    const looked = steps.filter(({ term }) => (term.kind === "a" || term.kind === "mx") && term.qualifier === "+");
    mustBeKnown(looked);
    const addresses = [...new Set([...whole, ...looked.flatMap(({ addresses }) => addresses ?? [])])];
    return addresses.length > 0 ? addresses : absent(`the SPF record of ${domain} names no single address`);
  },
});
