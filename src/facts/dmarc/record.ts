import { absent, defineFact, isAbsent } from "../../fact.js";
import { dmarcCandidates } from "./candidates.js";

/** The one DMARC record at a domain itself, void or not; what it inherits has no part in this. */
export const dmarcRecord = defineFact({
  id: "dmarc-record",
  of: "domain",
  async gather(name, { ask }) {
    const found = await ask(dmarcCandidates, name);
    if (isAbsent(found)) return found;
    const { answer, records } = found;
    const [record] = records;
    if (!record) return absent(`the text at _dmarc.${name} does not begin as a DMARC record`);
    if (records.length > 1) return absent(`${records.length} DMARC records at _dmarc.${name}, so none counts`);
    return { answer, record };
  },
});
