import { bounds } from "../../bounds.js";
import { absent, defineFact, isAbsent } from "../../fact.js";
import { spfExhibit } from "./exhibit.js";
import { mustBeKnown, nodesOf, type SpfStep, stepsBelow } from "./tree.js";
import { spf } from "./spf.js";

/**
 * Terms whose own lookup finds nothing, for a client with an IPv4 address and one with an IPv6 address, when no term
 * matches (RFC 7208 §4.6.4). Terms that depend on the message are not among them.
 */
export const spfVoids = defineFact({
  id: "spf-voids",
  of: "domain",
  async gather(domain, { ask }) {
    const found = await ask(spf, domain);
    if (isAbsent(found)) return found;
    const steps = [...stepsBelow(found.root)];
    const loop = steps.find(({ node }) => node?.state === "loop");
    if (loop) return absent(`${loop.term.text} makes a loop, so there is no count`);
    const named = ({ term, domain: own }: SpfStep): string => (own === domain ? term.text : `${term.text} (${own})`);
    const v4 = steps.filter((step) => step.found?.v4 === "void").map(named);
    const v6 = steps.filter((step) => step.found?.v6 === "void").map(named);
    if (v4.length <= bounds.spf.voids || v6.length <= bounds.spf.voids) {
      mustBeKnown(nodesOf(found.root));
      mustBeKnown(steps.filter(({ found }) => found?.v4 === "unknown" || found?.v6 === "unknown"));
    }
    return { v4, v6, exhibit: spfExhibit(found, bounds.spf.lookups) };
  },
});
