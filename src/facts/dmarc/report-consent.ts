import { absent, type Absent, defineFact, isAbsent, type Tools } from "../../fact.js";
import type { Answer } from "../../net/net.js";
import { isDmarc } from "../../syntax/dmarc.js";
import { nameFault } from "../../syntax/domain-name.js";
import { joined } from "../../syntax/record.js";
import { dmarcRecord } from "./record.js";
import { dmarcReportUris } from "./report-uris.js";
import { organizationalDomain } from "./organizational-domain.js";

/** Whether a host outside the organization agrees to take its reports, and where it says so. */
export interface Consent {
  host: string;
  name: string;
  consents: boolean;
  /** Null where the name is too long to be asked for. */
  answer: Answer<"TXT"> | null;
}

/**
 * For each host outside the organizational domain that a domain's `rua` names, whether it agrees to take the reports:
 * one record that begins as DMARC is enough (RFC 9990 §4).
 */
export const dmarcReportConsent = defineFact({
  id: "dmarc-report-consent",
  of: "domain",
  async gather(name, tools) {
    const found = await tools.ask(dmarcReportUris, name);
    if (isAbsent(found)) return found;
    if (found.uris.length === 0) return absent(`no address for aggregate reports of ${name} can be read`);
    return consentsOf(name, found.uris, tools);
  },
});

/** The same for failure reports, the hosts of `ruf` (RFC 9991 §5). */
export const dmarcFailureConsent = defineFact({
  id: "dmarc-failure-consent",
  of: "domain",
  async gather(name, tools) {
    const found = await tools.ask(dmarcRecord, name);
    if (isAbsent(found)) return found;
    if (found.record.ruf.length === 0) return absent(`the DMARC record of ${name} asks for no failure reports`);
    return consentsOf(name, found.record.ruf, tools);
  },
});

async function consentsOf(
  name: string,
  uris: readonly { host: string }[],
  { ask, dns }: Pick<Tools, "ask" | "dns">,
): Promise<Consent[] | Absent> {
  const hosts = [...new Set(uris.map(({ host }) => host))];
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
  return outside.length > 0 ? outside : absent(`all such reports stay inside ${name}`);
}
