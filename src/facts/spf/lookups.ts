import { bounds } from "../../bounds.js";
import { absent, defineFact, isAbsent } from "../../fact.js";
import { familyOf } from "../../syntax/address.js";
import { spfExhibit } from "./exhibit.js";
import { mustBeKnown, nodesOf, type SpfNode, type SpfStep, stepsBelow } from "./tree.js";
import { spf } from "./spf.js";

/**
 * How many lookups SPF costs a receiver when no term matches (RFC 7208 §4.6.4). An unknown part matters only as long as
 * what is known stays within the limit. A loop has no count.
 */
export const spfLookups = defineFact({
  id: "spf-lookups",
  of: "domain",
  async gather(domain, { ask }) {
    const found = await ask(spf, domain);
    if (isAbsent(found)) return found;
    const { root, lookups: count, record } = found;
    const steps = [...stepsBelow(root)];
    const loop = steps.find(({ node }) => node?.state === "loop");
    if (loop) return absent(`${loop.term.text} makes a loop, so there is no count`);
    if (count <= bounds.spf.lookups) mustBeKnown(nodesOf(root));
    const cheaper = count > bounds.spf.lookups ? withAddresses(root, record, count) : undefined;
    return {
      count,
      record,
      /** Terms below which more lookups may hide, as their names depend on the message. */
      open: steps.filter(({ node }) => node?.state === "depends").map(({ term }) => term.text),
      /** What each lookup term of the domain's own record costs, what is below it included. */
      costs: root.steps.map((step) => ({ term: step.term.text, lookups: 1 + [...below(step)].length })),
      ...(cheaper && { cheaper }),
      exhibit: spfExhibit(found, bounds.spf.lookups),
    };
  },
});

const below = (step: SpfStep): Iterable<SpfStep> => (step.node ? stepsBelow(step.node) : []);

/** Octets of a record that still fits, with its name and others beside it, into one answer over UDP (RFC 7208 §3.4). */
const roomy = 450;

/** The record with as many of its own `a` and `mx` terms written as addresses as it takes to be within the limit. */
function withAddresses(
  { terms, faults, steps }: SpfNode,
  record: string,
  count: number,
): { record: string; count: number; replaced: string[] } | undefined {
  if (faults.length > 0) return undefined;
  const words = new Map(terms.map(({ text }) => [text, text]));
  const replaced: string[] = [];
  let left = count;
  for (const { term, addresses } of steps) {
    if (left <= bounds.spf.lookups) break;
    if (!addresses?.length || "prefix4" in term || "prefix6" in term || !("qualifier" in term)) continue;
    const qualifier = term.qualifier === "+" ? "" : term.qualifier;
    words.set(term.text, [...new Set(addresses)].map((ip) => `${qualifier}ip${familyOf(ip)}:${ip}`).join(" "));
    replaced.push(term.text);
    left--;
  }
  const cheaper = ["v=spf1", ...terms.map(({ text }) => words.get(text))].join(" ");
  const fits = left <= bounds.spf.lookups && cheaper.length <= Math.max(roomy, record.length);
  return fits ? { record: cheaper, count: left, replaced } : undefined;
}
