import { absent, defineFact, isAbsent, type Tools } from "../../fact.js";
import type { Answer } from "../../net/net.js";
import { type BimiRecord, looksLikeBimi, parseBimi } from "../../syntax/bimi.js";
import { joined } from "../../syntax/record.js";
import { organizationalDomain } from "../dmarc/organizational-domain.js";

/** BIMI records at one name: those that count, and those only meant to. */
export interface BimiFound {
  /** The domain whose record it is, which may be above the one asked about. */
  domain: string;
  answer: Answer<"TXT">;
  records: { text: string; record: BimiRecord }[];
  strays: string[];
}

/** Where a BIMI record stands for mail that names no selector (draft-brand-indicators §4.4). */
const nameFor = (domain: string): string => `default._bimi.${domain}`;

async function at(domain: string, dns: Tools["dns"]): Promise<BimiFound> {
  const answer = await dns(nameFor(domain), "TXT");
  const texts = answer.records.map(({ data }) => joined(data));
  return {
    domain,
    answer,
    records: texts.flatMap((text) => {
      const record = parseBimi(text);
      return record ? [{ text, record }] : [];
    }),
    strays: texts.filter(looksLikeBimi),
  };
}

/** The BIMI records that apply to a domain: its own, else those of its organizational domain. */
export const bimiRecords = defineFact({
  id: "bimi-records",
  of: "domain",
  async gather(name, { ask, dns }) {
    const own = await at(name, dns);
    if (own.records.length > 0) return own;
    const above = await ask(organizationalDomain, name);
    const higher = isAbsent(above) || above === name ? own : await at(above, dns);
    const found = higher.records.length > 0 || own.strays.length === 0 ? higher : own;
    return found.records.length + found.strays.length > 0 ? found : absent(`${name} has no BIMI record`);
  },
});

/** The one BIMI record that applies; of several none does (draft-brand-indicators §7.2). */
export const bimiRecord = defineFact({
  id: "bimi-record",
  of: "domain",
  async gather(name, { ask }) {
    const found = await ask(bimiRecords, name);
    if (isAbsent(found)) return found;
    const { domain, answer, records } = found;
    const [first, ...others] = records;
    if (first === undefined) return absent(`what stands at ${nameFor(domain)} does not count as a BIMI record`);
    if (others.length > 0) return absent(`${records.length} BIMI records at ${nameFor(domain)}, so none counts`);
    return { domain, answer, ...first };
  },
});

/** A BIMI record that has a logo shown: it does not decline, and names a logo, a certificate or both. */
export const bimiClaim = defineFact({
  id: "bimi-claim",
  of: "domain",
  async gather(name, { ask }) {
    const found = await ask(bimiRecord, name);
    if (isAbsent(found)) return found;
    const { domain, answer, text, record } = found;
    const [logo, certificate] = [record.location || null, record.authority || null];
    if (logo === null && certificate === null)
      return absent(`the BIMI record of ${domain} ${record.faults.length > 0 ? "names no logo" : "declines"}`);
    return { domain, answer, text, logo, certificate };
  },
});
