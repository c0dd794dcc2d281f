import { absent, defineFact, isAbsent } from "../../fact.js";
import { anyAddress } from "../addresses.js";
import { mailHosts } from "../mail-hosts.js";
import { outcomes } from "../outcomes.js";
import { tlsReportRecord } from "./record.js";

/** Where reports on TLS are asked to be sent, and what keeps one from arriving there, if DNS already shows it. */
export const tlsReportTargets = defineFact({
  id: "tls-report-targets",
  of: "domain",
  async gather(name, { ask }) {
    const found = await ask(tlsReportRecord, name);
    if (isAbsent(found)) return found;
    const { answer, record } = found;
    if (record.rua.length === 0) return absent(`the TLS reporting record of ${name} names no address to report to`);
    const { learnt, unlearnt } = await outcomes(
      record.rua.map(async ({ uri, scheme, host }) => {
        const there = scheme === "mailto" ? await ask(mailHosts, host) : await ask(anyAddress, host);
        return { uri, problem: isAbsent(there) ? there.reason : null };
      }),
    );
    // One that cannot be reached is certain, whatever the others are.
    if (unlearnt[0] && learnt.every(({ problem }) => problem === null)) throw unlearnt[0];
    return { answer, targets: learnt };
  },
});
