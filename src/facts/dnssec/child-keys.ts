import { defineFact, isAbsent } from "../../fact.js";
import { writeRdata } from "../../syntax/rdata.js";
import { signedZone } from "./signing.js";

/** What a signed zone asks its parent to publish, beside what the parent has (RFC 7344 §3, RFC 8078 §4). */
export const childKeys = defineFact({
  id: "child-keys",
  of: "domain",
  async gather(name, { ask, dns }) {
    const found = await ask(signedZone, name);
    if (isAbsent(found)) return found;
    const { apex, ds, answers } = found;
    const [cds, cdnskey] = await Promise.all([dns(apex, "CDS", { cd: true }), dns(apex, "CDNSKEY", { cd: true })]);
    const asked = cds.records.map(({ data }) => data);
    return {
      apex,
      answers: [cds, cdnskey, answers.ds],
      asks: asked.length + cdnskey.records.length,
      removal: [...asked, ...cdnskey.records.map(({ data }) => data)].some(({ algorithm }) => algorithm === 0),
      wanted: asked.map((one) => writeRdata("CDS", one)).sort(),
      published: ds.map((one) => writeRdata("DS", one)).sort(),
    };
  },
});
