import { defineFact, isAbsent } from "../../fact.js";
import { bimiClaim } from "./record.js";
import { dmarcPolicy } from "../dmarc/policy.js";
import { organizationalDomain } from "../dmarc/organizational-domain.js";

/**
 * The DMARC policies that decide whether a logo is shown: that of the domain, and that of its organizational domain
 * (draft-brand-indicators §7.1). `percent` is the historic pct, which BIMI still goes by.
 */
export const bimiDmarc = defineFact({
  id: "bimi-dmarc",
  of: "domain",
  async gather(name, { ask }) {
    const claim = await ask(bimiClaim, name);
    if (isAbsent(claim)) return claim;
    const above = await ask(organizationalDomain, name);
    const domains = isAbsent(above) || above === name ? [name] : [name, above];
    return Promise.all(
      domains.map(async (domain) => {
        const found = await ask(dmarcPolicy, domain);
        if (isAbsent(found)) return { domain, policy: null, reason: found.reason };
        const { asked, record, answer } = found;
        const percent = record.tags.findLast(({ name }) => name.toLowerCase() === "pct")?.value ?? null;
        return {
          domain,
          policy: { asked, testing: record.t === "y", sp: record.sp, percent, record, answer },
          reason: null,
        };
      }),
    );
  },
});
