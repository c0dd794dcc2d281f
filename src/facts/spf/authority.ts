import { bounds } from "../../bounds.js";
import { absent, defineFact, isAbsent } from "../../fact.js";
import { Networks } from "../../syntax/networks.js";
import { isMechanism } from "../../syntax/spf.js";
import { decide, matchedBy, stepOf } from "./decision.js";
import { type Resolved, spfResolved } from "./resolved.js";
import { type SpfStep, stepsBelow } from "./tree.js";

/** A term of a domain's own record that lets addresses send. */
export interface Source {
  term: string;
  v4: number;
  v6: number;
  /** Without it the same addresses may send. */
  spare: boolean;
}

/**
 * How many addresses the SPF record of a domain lets send, all that it leads to included; the limits on lookups left
 * aside. Absent where the record itself is an error.
 */
export const spfAuthority = defineFact({
  id: "spf-authority",
  of: "domain",
  async gather(domain, { ask }) {
    const found = await ask(spfResolved, domain);
    if (isAbsent(found)) return found;
    const { root, hosts, answer } = found;
    if (root.faults.length > 0) return absent(`the SPF record of ${domain} has a syntax error`);
    const pass = decide(root, hosts)["+"];
    return {
      answer,
      v4: pass.count(4),
      v6: pass.count(6),
      /** What each of the domain's own terms lets send. */
      terms: sources(found),
      /** Terms that let send as the message or the client's name has it. */
      open: [...stepsBelow(root)]
        .filter(({ node, found }) => node?.state === "depends" || found?.v4 === "depends")
        .map(({ term }) => term.text),
    };
  },
});

/** The spare ones can be told only where nothing is taken out before, and among a few. */
function sources({ root, hosts }: Resolved): Source[] {
  const all = root.terms.findIndex(({ kind }) => kind === "all");
  const before = (all < 0 ? root.terms : root.terms.slice(0, all)).filter(isMechanism);
  const own = before
    .filter(({ qualifier }) => qualifier === "+")
    .map((term) => {
      const step = stepOf(root, term);
      return {
        term,
        open: step !== undefined && isOpen(step),
        set: matchedBy(term, step, hosts, Networks.all).matched,
      };
    });
  const told = own.length <= bounds.spf.counted && own.length === before.length;
  const others = (at: number): Networks => Networks.union(own.filter((_, other) => other !== at).map(({ set }) => set));
  return own.map(({ term, open, set }, at) => ({
    term: term.text,
    v4: set.count(4),
    v6: set.count(6),
    spare: told && !open && set.without(others(at)).isEmpty,
  }));
}

const isOpen = (step: SpfStep): boolean =>
  [step, ...(step.node ? stepsBelow(step.node) : [])].some(
    ({ node, found, term }) => node?.state === "depends" || found?.v4 === "depends" || term.kind === "exists",
  );
