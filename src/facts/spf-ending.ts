import { absent, defineFact, isAbsent } from "../fact.js";
import type { Qualifier } from "../syntax/spf.js";
import { mustBeKnown, type SpfNode, type SpfStep } from "./spf-tree.js";
import { spf } from "./spf.js";

/** What SPF says of a client that no term matches: the `all` of the record or of the one it redirects to. */
export const spfEnding = defineFact({
  id: "spf-ending",
  of: "domain",
  async gather(domain, { ask }) {
    const found = await ask(spf, domain);
    if (isAbsent(found)) return found;
    for (let node: SpfNode | undefined = found.root; node;) {
      const { domain: at, text = "", terms } = node;
      const all = terms.find((term) => term.kind === "all");
      if (all) return { qualifier: all.qualifier, term: all.text, domain: at, record: text };
      const redirect: SpfStep | undefined = node.steps.find(({ term }) => term.kind === "redirect");
      const next = redirect?.node;
      if (!redirect || !next) return { qualifier: "none" as Qualifier | "none", term: "", domain: at, record: text };
      mustBeKnown([next]);
      if (next.state !== "record") return absent(`${redirect.term.text} leads to no record that can be looked at`);
      node = next;
    }
    return absent(`${domain} publishes no SPF record`);
  },
});
