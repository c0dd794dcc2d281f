import { absent, type Absent, defineFact, isAbsent } from "../../fact.js";
import type { Qualifier } from "../../syntax/spf.js";
import { mustBeKnown, type SpfNode } from "./tree.js";
import { spf } from "./spf.js";

/** How an SPF record ends. */
export interface SpfEnding {
  qualifier: Qualifier | "none";
  term: string;
  /** The domain in whose record it stands, and the record. */
  domain: string;
  record: string;
}

/** What SPF says of a client that no term matches: the `all` of the record or of the one it redirects to. */
export const spfEnding = defineFact({
  id: "spf-ending",
  of: "domain",
  async gather(domain, { ask }) {
    const found = await ask(spf, domain);
    if (isAbsent(found)) return found;
    return endingOf(found.root);
  },
});

function endingOf({ domain, text = "", terms, steps }: SpfNode): SpfEnding | Absent {
  const all = terms.find((term) => term.kind === "all");
  if (all) return { qualifier: all.qualifier, term: all.text, domain, record: text };
  const redirect = steps.find(({ term }) => term.kind === "redirect");
  if (!redirect?.node) return { qualifier: "none", term: "", domain, record: text }; // RFC 7208 §4.7
  mustBeKnown([redirect.node]);
  if (redirect.node.state === "record") return endingOf(redirect.node);
  return absent(`${redirect.term.text} leads to no record that can be looked at`);
}
