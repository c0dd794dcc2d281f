import { defineFact, isAbsent } from "../../fact.js";
import { mailHosts } from "../mail-hosts.js";
import { mtaStsAnswer } from "../mta-sts/record.js";
import { outcomes } from "../outcomes.js";
import { tlsReportAnswer } from "./record.js";

/**
 * Whether a domain asks for reports on TLS, and what it publishes that senders would report on; that is looked for only
 * where no reports are asked for.
 */
export const tlsReportNeed = defineFact({
  id: "tls-report-need",
  of: "domain",
  async gather(name, { ask, dns }) {
    const found = await ask(tlsReportAnswer, name);
    if (isAbsent(found)) return found;
    if (found.records.length > 0) return { ...found, policies: [] };
    const [sts, hosts] = await Promise.all([ask(mtaStsAnswer, name), ask(mailHosts, name)]);
    const { learnt, unlearnt } = await outcomes(
      (isAbsent(hosts) ? [] : hosts).map((host) => dns(`_25._tcp.${host}`, "TLSA")),
    );
    const dane = learnt.some(({ records }) => records.length > 0);
    const policies = [...(!isAbsent(sts) && sts.records.length > 0 ? ["MTA-STS"] : []), ...(dane ? ["DANE"] : [])];
    if (policies.length === 0 && unlearnt[0]) throw unlearnt[0];
    return { ...found, policies };
  },
});
