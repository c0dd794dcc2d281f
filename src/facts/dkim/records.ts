import { absent, defineFact, isAbsent } from "../../fact.js";
import { dkimAnswer } from "./answer.js";

/** The key records of a selector that has some. */
export const dkimRecords = defineFact({
  id: "dkim-records",
  of: "selector",
  async gather(name, { ask }) {
    const found = await ask(dkimAnswer, name);
    if (isAbsent(found)) return found;
    return found.records.length > 0 ? found : absent(`no DKIM key record at ${name}`);
  },
});
