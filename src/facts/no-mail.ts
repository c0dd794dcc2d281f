import { absent, defineFact, isAbsent } from "../fact.js";
import type { Answer } from "../net/net.js";
import { deniesAll } from "../syntax/spf.js";
import { commonSelectors } from "./dkim/common-selectors.js";
import { mx } from "./mx.js";
import { spfRecord } from "./spf/record.js";

/**
 * What the records of a domain say for and against it being without mail. Absent where nothing says that it is. Keys are
 * looked for only where all that is left to speak for sending is a key.
 */
export const noMail = defineFact({
  id: "no-mail",
  of: "domain",
  async gather(name, { ask }) {
    const [exchanges, spf] = await Promise.all([ask(mx, name), ask(spfRecord, name)]);
    if (isAbsent(exchanges)) return exchanges;
    if (isAbsent(spf)) return spf;
    const denies = spf.records.length > 0 && spf.records.every(deniesAll);
    if (!exchanges.null && !denies) return absent(`nothing says that ${name} is without mail`);
    const hosts = exchanges.exchanges.map(({ exchange }) => exchange).filter((exchange) => exchange !== ".");
    const guessed = denies && hosts.length > 0 ? await ask(commonSelectors, name) : null;
    const keys =
      guessed === null || isAbsent(guessed)
        ? []
        : guessed.found.filter(({ revoked }) => !revoked).map(({ selector }) => selector);
    const answers: Answer[] = [exchanges.answer, spf.answer];
    return { null: exchanges.null, denies, sends: spf.records.length > 0 && !denies, hosts, keys, answers };
  },
});
