import { absent, defineFact, isAbsent } from "../fact.js";
import { deniesAll } from "../syntax/spf.js";
import { ownAddresses } from "./addresses.js";
import { mx } from "./mx.js";
import { spfRecord } from "./spf/record.js";

/** A domain that names no mail host and lets nobody send, with the addresses at which mail to it would still be tried. */
export const mailless = defineFact({
  id: "mailless",
  of: "domain",
  async gather(name, { ask }) {
    const [exchanges, published] = await Promise.all([ask(mx, name), ask(spfRecord, name)]);
    if (isAbsent(exchanges)) return exchanges;
    if (isAbsent(published)) return published;
    const { answer } = exchanges;
    if (exchanges.exchanges.some(({ exchange }) => exchange !== ".")) return absent(`${name} names mail hosts`);
    if (published.records.length === 0 || !published.records.every(deniesAll))
      return absent(`no SPF record of ${name} says that nobody sends`);
    const at = await ask(ownAddresses, name);
    return { answer, refuses: exchanges.null, addresses: isAbsent(at) ? [] : at };
  },
});
