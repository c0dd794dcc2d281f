import { bounds } from "../../bounds.js";
import { absent, defineFact, isAbsent } from "../../fact.js";
import { spfExhibit } from "./exhibit.js";
import { mustBeKnown, nodesOf, stepsBelow } from "./tree.js";
import { spf } from "./spf.js";

/**
 * How long the lookups of SPF take one after the other when no term matches, as receivers make them (RFC 7208 §4.6.4).
 * Absent where nothing was measured. Names that depend on the message and the hosts behind `mx` are not among them, so
 * that it is never too much.
 */
export const spfTime = defineFact({
  id: "spf-time",
  of: "domain",
  async gather(domain, { ask }) {
    const found = await ask(spf, domain);
    if (isAbsent(found)) return found;
    const { root, answer } = found;
    const nodes = [...nodesOf(root)].slice(1);
    const steps = [...stepsBelow(root)];
    const slow = [answer, ...nodes, ...steps].flatMap(({ took }) => took ?? []);
    if (slow.length === 0) return absent("no time was measured");
    const took = slow.reduce((sum, one) => sum + one, 0);
    if (took <= bounds.spf.time) {
      mustBeKnown(nodes);
      mustBeKnown(steps);
    }
    return { took, limit: bounds.spf.time, exhibit: spfExhibit(found, bounds.spf.lookups) };
  },
});
