import { bounds } from "../../bounds.js";
import { absent, defineFact, isAbsent } from "../../fact.js";
import { mustBeKnown, nodesOf, stepsBelow } from "./tree.js";
import { spf } from "./spf.js";

/** The `mx` terms of an SPF record and those it leads to, with how many hosts each makes a receiver look up. */
export const spfExchanges = defineFact({
  id: "spf-exchanges",
  of: "domain",
  async gather(domain, { ask }) {
    const found = await ask(spf, domain);
    if (isAbsent(found)) return found;
    const steps = [...stepsBelow(found.root)].filter(({ term }) => term.kind === "mx");
    const terms = steps.flatMap(({ term, domain: own, exchanges }) =>
      exchanges === undefined ? [] : [{ term: term.text, domain: own, exchanges }],
    );
    if (terms.every(({ exchanges }) => exchanges <= bounds.spf.mxAddresses)) {
      mustBeKnown(nodesOf(found.root));
      mustBeKnown(steps.filter(({ found }) => found?.v4 === "unknown"));
    }
    return terms.length > 0 ? terms : absent(`the SPF record of ${domain} has no mx`);
  },
});
