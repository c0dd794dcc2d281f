import { absent, defineFact, isAbsent } from "../fact.js";
import { isDmarc } from "../syntax/dmarc.js";
import { nameFault } from "../syntax/domain-name.js";
import { joined } from "../syntax/record.js";
import { dmarcReportUris } from "./dmarc-report-uris.js";
import { organizationalDomain } from "./organizational-domain.js";

/**
 * For each host outside the organizational domain that a domain's `rua` names, whether it agrees to take the reports:
 * one record that begins as DMARC is enough (RFC 9990 §4).
 */
export const dmarcReportConsent = defineFact({
  id: "dmarc-report-consent",
  of: "domain",
  async gather(name, { ask, dns }) {
    const found = await ask(dmarcReportUris, name);
    if (isAbsent(found)) return found;
    const hosts = [...new Set(found.uris.map(({ host }) => host))];
    if (hosts.length === 0) return absent(`no address for aggregate reports of ${name} can be read`);
    const own = await ask(organizationalDomain, name);
    const consents = await Promise.all(
      hosts.map(async (host) => {
        if ((await ask(organizationalDomain, host)) === own) return null;
        const at = `${name}._report._dmarc.${host}`;
        if (nameFault(at)) return { host, name: at, consents: false, answer: null };
        const answer = await dns(at, "TXT");
        return { host, name: at, consents: answer.records.some(({ data }) => isDmarc(joined(data))), answer };
      }),
    );
    const outside = consents.filter((consent) => consent !== null);
    return outside.length > 0 ? outside : absent(`all aggregate reports stay inside ${name}`);
  },
});
