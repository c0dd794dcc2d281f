import { absent, defineFact, isAbsent } from "../../fact.js";
import type { Exhibit } from "../../finding.js";
import { climbed, policyLevel } from "../../syntax/dmarc-discovery.js";
import { dmarcRequests } from "../../syntax/dmarc.js";
import { dmarcCandidates } from "./candidates.js";
import { dmarcWalk, insist, type WalkedLevel } from "./walk.js";

/**
 * The DMARC record that applies to mail from a domain, wherever it stands (RFC 9989 §4.10.1); `record` is null where
 * none does. Absent where nothing applies because what stands at the domain itself does not count.
 */
export const dmarc = defineFact({
  id: "dmarc",
  of: "domain",
  async gather(name, { ask }) {
    const levels = await ask(dmarcWalk, name);
    if (isAbsent(levels)) return levels;
    insist(levels.slice(0, 1));
    if (!levels[0]!.record) insist(climbed(levels));
    const level = policyLevel(levels);
    const own = levels[0]!.answer;
    const tree = walked(levels, level?.domain);
    if (!level) {
      const meant = await ask(dmarcCandidates, name);
      if (!isAbsent(meant)) return absent(`what stands at _dmarc.${name} does not count as a DMARC record`);
      return { record: null, domain: null, inherited: false, requests: null, answer: own, tree };
    }
    return {
      record: level.record,
      domain: level.domain,
      inherited: level.domain !== name,
      requests: dmarcRequests(level.record!),
      answer: level.answer,
      tree,
    };
  },
});

/** The walk as evidence: the levels in the order of the questions. */
function walked(levels: readonly WalkedLevel[], applies: string | undefined): Exhibit & { kind: "table" } {
  const rows = levels.map(({ domain, record, count, unknown }) => {
    const text = unknown?.reason ?? record?.text ?? (count === 0 ? "none" : `${count}, none of which counts`);
    return [`_dmarc.${domain}`, text, domain === applies ? "applies" : ""];
  });
  return { kind: "table", columns: ["name", "DMARC record", ""], rows };
}
