import { defineFact, isAbsent } from "../../fact.js";
import { isMechanism, printTerm } from "../../syntax/spf.js";
import { spf } from "./spf.js";
import { stepsBelow } from "./tree.js";

/** Terms that stand twice in the SPF record of a domain, and records that more than one term leads to. */
export const spfDuplicates = defineFact({
  id: "spf-duplicates",
  of: "domain",
  async gather(domain, { ask }) {
    const found = await ask(spf, domain);
    if (isAbsent(found)) return found;
    const { root, answer } = found;
    const seen = new Set<string>();
    const terms: string[] = [];
    for (const term of root.terms.filter(isMechanism)) {
      const key = printTerm(term).toLowerCase();
      if (seen.has(key)) terms.push(term.text);
      seen.add(key);
    }
    const reached = new Map<string, string[]>();
    for (const { term, domain: own, node } of stepsBelow(root)) {
      if (node?.state !== "record") continue;
      const from = own === domain ? term.text : `${term.text} in ${own}`;
      reached.set(node.domain, [...(reached.get(node.domain) ?? []), from]);
    }
    const targets = [...reached].filter(([, from]) => from.length > 1);
    return { terms, targets: targets.map(([target, from]) => ({ target, from })), answer };
  },
});
