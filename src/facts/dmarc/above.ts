import { absent, defineFact, isAbsent } from "../../fact.js";
import { climbed, policyLevel } from "../../syntax/dmarc-discovery.js";
import { dmarcRequests } from "../../syntax/dmarc.js";
import { dmarcWalk, insist } from "./walk.js";
import { organizationalDomain } from "./organizational-domain.js";

/** What would be asked for a domain below its organizational domain if it had no record of its own (RFC 9989 §4.10.1). */
export const dmarcAbove = defineFact({
  id: "dmarc-above",
  of: "domain",
  async gather(name, { ask }) {
    const [levels, top] = await Promise.all([ask(dmarcWalk, name), ask(organizationalDomain, name)]);
    if (isAbsent(levels)) return levels;
    if (isAbsent(top)) return top;
    if (top === name) return absent(`${name} is an organizational domain by itself`);
    const [own, ...above] = levels;
    const reached = climbed([{ ...own!, record: null }, ...above]);
    insist(reached.slice(1));
    const level = policyLevel(reached);
    const requests = level && dmarcRequests(level.record!);
    if (!level || !requests) return absent(`no DMARC policy above ${name} applies to it`);
    return { domain: level.domain, asked: requests.subdomains, answer: level.answer! };
  },
});
