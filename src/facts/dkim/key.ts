import { absent, defineFact, isAbsent } from "../../fact.js";
import { dkimRecord } from "./record.js";

/** The key in a selector's record, readable or not; absent where none is meant to be there, or its type is not known. */
export const dkimKey = defineFact({
  id: "dkim-key",
  of: "selector",
  async gather(name, { ask }) {
    const found = await ask(dkimRecord, name);
    if (isAbsent(found)) return found;
    const { answer, record } = found;
    if (record.data === null) return absent(`the record at ${name} has no p=`);
    if (record.data === "") return absent(`the key at ${name} is revoked`);
    if (record.key === null) return absent(`the key type ${record.type} is not known`);
    return { answer, type: record.type, key: record.key };
  },
});
