import { absent, defineFact, isAbsent } from "../../fact.js";
import { anyAddress } from "../addresses.js";
import { dmarcReportUris } from "./report-uris.js";
import { mailHosts } from "../mail-hosts.js";
import { outcomes } from "../outcomes.js";

/** Where aggregate reports are asked to be sent, and what keeps one from arriving there, if DNS already shows it. */
export const dmarcReportTargets = defineFact({
  id: "dmarc-report-targets",
  of: "domain",
  async gather(name, { ask }) {
    const found = await ask(dmarcReportUris, name);
    if (isAbsent(found)) return found;
    const { answer, record, uris } = found;
    if (uris.length === 0) return absent(`no address for aggregate reports of ${name} can be read`);
    const { learnt, unlearnt } = await outcomes(
      uris.map(async ({ uri, scheme, host }) => {
        const there = scheme === "mailto" ? await ask(mailHosts, host) : await ask(anyAddress, host);
        return { uri, problem: isAbsent(there) ? there.reason : null };
      }),
    );
    // One that cannot be reached is certain, whatever the others are.
    if (unlearnt[0] && learnt.every(({ problem }) => problem === null)) throw unlearnt[0];
    return { answer, record, targets: learnt };
  },
});
