import { absent, defineFact, isAbsent, type Tools } from "../../fact.js";
import { writeRdata } from "../../syntax/rdata.js";
import { dsOf, isEntry } from "../../syntax/dnskey.js";
import { outcomes } from "../outcomes.js";
import { secured, type Secured } from "./security.js";
import { signing } from "./signing.js";

/**
 * Whether what a domain says about mail can be validated, by its MX records or the proof that there are none. Absent
 * where the signatures do not hold: then it is neither signed nor unsigned.
 */
export const domainSecurity = defineFact({
  id: "domain-security",
  of: "domain",
  async gather(name, tools) {
    const found = await secured(name, "MX", tools);
    if (found.bogus !== null) return absent(`the signatures of ${name} do not hold`);
    return { ...found, security: found.security as "secure" | "insecure", ...(await zoneOf(name, found, tools)) };
  },
});

/** Whether the addresses of a mail host can be validated; the worse of both families counts. */
export const hostSecurity = defineFact({
  id: "host-security",
  of: "host",
  async gather(name, tools) {
    const { learnt, unlearnt } = await outcomes<Secured>([secured(name, "A", tools), secured(name, "AAAA", tools)]);
    const worst = learnt.find(({ bogus }) => bogus !== null) ?? learnt.find(({ security }) => security === "insecure");
    if (!worst && unlearnt[0]) throw unlearnt[0];
    const found = worst ?? learnt.find(({ answer }) => answer.records.length > 0) ?? learnt[0]!;
    return { ...found, ...(await zoneOf(name, found, tools)) };
  },
});

/** The zone of a name, and where the chain to it breaks off for want of a DS record, the records to publish. */
async function zoneOf(name: string, { gap }: Secured, { ask }: Pick<Tools, "ask">) {
  const zone = await ask(signing, name);
  if (isAbsent(zone)) return { apex: name, signed: false, ds: [] };
  const { apex, keys } = zone;
  const entries = gap === apex ? keys.filter(isEntry) : [];
  const ds = (await Promise.all(entries.map((key) => dsOf(apex, key)))).filter((one) => one !== undefined);
  return { apex, signed: keys.length > 0, ds: ds.map((one) => `${apex}. IN DS ${writeRdata("DS", one)}`) };
}
