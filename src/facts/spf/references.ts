import { bounds } from "../../bounds.js";
import { absent, defineFact, isAbsent } from "../../fact.js";
import { spfExhibit } from "./exhibit.js";
import { mustBeKnown, nodesOf, type SpfNode, type SpfStep, stepsBelow } from "./tree.js";
import { spf } from "./spf.js";

/** A reference from one record to another that leaves receivers with a permanent error. */
export interface BrokenReference {
  term: string;
  /** The domain in whose record it stands. */
  domain: string;
  target: string;
  problem: "none" | "several" | "malformed" | "syntax";
  /** The fault, where it is one of syntax. */
  fault?: string;
}

/** All that the SPF record of a domain leads to by an include somewhere on the way (RFC 7208 §5.2). */
export const spfIncludes = defineFact({
  id: "spf-includes",
  of: "domain",
  async gather(domain, { ask }) {
    const found = await ask(spf, domain);
    if (isAbsent(found)) return found;
    const own = new Set(redirects(found.root));
    const steps = [...stepsBelow(found.root)].filter((step) => isReference(step) && !own.has(step));
    const broken = steps.flatMap(breaks);
    if (broken.length === 0) mustBeKnown(nodesOf(found.root));
    if (steps.length === 0) return absent(`the SPF record of ${domain} has no include`);
    const good = steps.filter(({ node }) => node?.state === "record").map(({ node }) => node!.domain);
    return { good: [...new Set(good)], broken, exhibit: spfExhibit(found, bounds.spf.lookups) };
  },
});

/** Where it leads by redirects alone (RFC 7208 §6.1). */
export const spfRedirects = defineFact({
  id: "spf-redirects",
  of: "domain",
  async gather(domain, { ask }) {
    const found = await ask(spf, domain);
    if (isAbsent(found)) return found;
    const steps = redirects(found.root);
    if (steps.length === 0) return absent(`the SPF record of ${domain} has no redirect that counts`);
    const broken = steps.flatMap(breaks);
    if (broken.length === 0) mustBeKnown(steps.flatMap(({ node }) => node ?? []));
    return { targets: steps.map(({ term }) => term.text), broken, exhibit: spfExhibit(found, bounds.spf.lookups) };
  },
});

const isReference = ({ term: { kind } }: SpfStep): boolean => kind === "include" || kind === "redirect";

/** The chain of redirects that begins in a record. */
function redirects({ steps }: SpfNode): SpfStep[] {
  const step = steps.find(({ term }) => term.kind === "redirect");
  return step ? [step, ...(step.node ? redirects(step.node) : [])] : [];
}

function breaks({ term, domain, node }: SpfStep): BrokenReference[] {
  const problem = node && problemOf(node);
  if (!problem) return [];
  const [fault] = node.faults;
  return [
    {
      term: term.text,
      domain,
      target: node.domain,
      problem,
      ...(fault && { fault: `${fault.text}: ${fault.message}` }),
    },
  ];
}

function problemOf({ state, faults }: SpfNode): BrokenReference["problem"] | undefined {
  if (state === "none" || state === "several" || state === "malformed") return state;
  return faults.length > 0 ? "syntax" : undefined;
}
