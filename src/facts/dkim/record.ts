import { absent, defineFact, isAbsent } from "../../fact.js";
import { dkimRecords } from "./records.js";

/** The one key record of a selector; which of several counts is not defined (RFC 6376 §3.6.2.2). */
export const dkimRecord = defineFact({
  id: "dkim-record",
  of: "selector",
  async gather(name, { ask }) {
    const found = await ask(dkimRecords, name);
    if (isAbsent(found)) return found;
    const { answer, records } = found;
    if (records.length > 1) return absent(`${records.length} DKIM key records at ${name}`);
    return { answer, record: records[0]! };
  },
});
