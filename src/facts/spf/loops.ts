import { bounds } from "../../bounds.js";
import { defineFact, isAbsent } from "../../fact.js";
import { spfExhibit } from "./exhibit.js";
import { mustBeKnown, nodesOf, stepsBelow } from "./tree.js";
import { spf } from "./spf.js";

/** Terms that lead back to a record which is being looked at: receivers go round until the lookup limit stops them. */
export const spfLoops = defineFact({
  id: "spf-loops",
  of: "domain",
  async gather(domain, { ask }) {
    const found = await ask(spf, domain);
    if (isAbsent(found)) return found;
    const loops = [...stepsBelow(found.root)]
      .filter(({ node }) => node?.state === "loop")
      .map(({ term, domain: own }) => ({ term: term.text, domain: own }));
    if (loops.length === 0) mustBeKnown(nodesOf(found.root));
    return { loops, exhibit: spfExhibit(found, bounds.spf.lookups) };
  },
});
