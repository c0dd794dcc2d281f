import { absent, defineFact, isAbsent, type Tools } from "../../fact.js";
import { tested } from "../../syntax/dmarc.js";
import { dmarc } from "./dmarc.js";

/** What receivers are asked to do with mail from a domain that fails DMARC (RFC 9989 §4.7, §4.10.1). */
export const dmarcPolicy = defineFact({
  id: "dmarc-policy",
  of: "domain",
  async gather(name, { ask, dns }) {
    const found = await ask(dmarc, name);
    if (isAbsent(found)) return found;
    const { record, domain, inherited, requests, answer } = found;
    if (!record || !domain || !answer) return absent(`no DMARC record applies to ${name}`);
    if (!requests) return absent(`the DMARC record of ${domain} has no policy that counts`);
    const { own, subdomains, missing } = requests;
    let asked = inherited ? subdomains : own;
    if (inherited && missing !== subdomains && !(await exists(name, dns))) asked = missing;
    return { asked, applied: tested(asked, record.t), record, domain, inherited, requests, answer };
  },
});

/** Whether a name exists: anything but NXDOMAIN for itself says so (RFC 9989 §3.2.13). */
export async function exists(name: string, dns: Tools["dns"]): Promise<boolean> {
  const { rcode, aliases } = await dns(name, "A");
  return rcode !== "NXDOMAIN" || aliases.length > 0;
}
