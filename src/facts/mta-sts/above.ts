import { absent, defineFact, isAbsent } from "../../fact.js";
import { mtaStsAnswer } from "./record.js";
import { organizationalDomain } from "../dmarc/organizational-domain.js";

/** Whether the organizational domain above a name has MTA-STS, and the name itself (RFC 8461 §3.4: none is inherited). */
export const mtaStsAbove = defineFact({
  id: "mta-sts-above",
  of: "domain",
  async gather(name, { ask }) {
    const above = await ask(organizationalDomain, name);
    if (isAbsent(above)) return above;
    if (above === name) return absent(`${name} is an organizational domain`);
    const [own, higher] = await Promise.all([ask(mtaStsAnswer, name), ask(mtaStsAnswer, above)]);
    if (isAbsent(own)) return own;
    if (isAbsent(higher)) return higher;
    if (higher.records.length === 0) return absent(`${above} publishes no MTA-STS record`);
    return { above, own: own.records.length > 0, answers: [own.answer, higher.answer] };
  },
});
