import { defineFact, isAbsent } from "../../fact.js";
import { climbed, organizationalDomain as select } from "../../syntax/dmarc-discovery.js";
import { dmarcWalk, insist } from "./walk.js";

/** The organizational domain by the DMARC tree walk, no list of public suffixes needed (RFC 9989 §4.10.2). */
export const organizationalDomain = defineFact({
  id: "organizational-domain",
  of: "domain",
  async gather(name, { ask }) {
    const levels = await ask(dmarcWalk, name);
    if (isAbsent(levels)) return levels;
    const [own, ...above] = climbed(levels);
    insist(above);
    const found = select(levels);
    // Whatever an unknown record of the domain itself said, it could only make that the organizational domain.
    if (found !== name) insist([own!]);
    return found;
  },
});
