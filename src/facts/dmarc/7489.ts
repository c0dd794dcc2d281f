import { defineFact, isAbsent } from "../../fact.js";
import { policyLevel7489, requests7489 } from "../../syntax/dmarc-7489.js";
import { dmarcWalk, insist } from "./walk.js";
import { registrableDomain } from "../registrable-domain.js";

/**
 * What receivers find that still go by RFC 7489: the organizational domain by the Public Suffix List, the record that
 * applies, and the policy it asks for. Both names it looks at are among those of the walk, so nothing more is asked.
 */
export const dmarc7489 = defineFact({
  id: "dmarc-7489",
  of: "domain",
  async gather(name, { ask }) {
    const [levels, registrable] = await Promise.all([ask(dmarcWalk, name), ask(registrableDomain, name)]);
    if (isAbsent(levels)) return levels;
    const organizational = isAbsent(registrable) ? name : registrable;
    insist(levels.slice(0, 1));
    if (levels[0]!.count === 0) insist(levels.filter(({ domain }) => domain === organizational));
    const level = policyLevel7489(levels, organizational);
    const requests = level?.record ? requests7489(level.record) : null;
    const inherited = level !== null && level.domain !== name;
    return {
      organizational,
      domain: level?.domain ?? null,
      record: level?.record ?? null,
      inherited,
      requests,
      asked: requests && (inherited ? requests.subdomains : requests.own),
    };
  },
});
