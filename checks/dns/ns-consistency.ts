import { defineCheck, type Exhibit, facts, pass, warn } from "mailworthy";

export default defineCheck({
  id: "dns/ns-consistency",
  on: "domain",
  title: "All name servers give the same records for mail",
  why: "While name servers differ, mail passes or fails by chance of which one a receiver asks.",
  fix: "Wait until the change has reached every name server, or have the one that is behind load the zone again.",
  refs: ["RFC 1034 §4.3.5"],
  needs: { served: facts.servedRecords },
  verdicts: {
    agree: pass("{count} addresses agree on MX, SPF, DMARC, MTA-STS and TLS-RPT"),
    differ: warn("{name} {type} has {count} versions; receivers get one or another"),
  },
  judge({ served: { servers, serials, differing } }, say) {
    if (differing.length === 0) return say.agree({ count: servers, serials });
    return differing.map(({ name, type, versions }) => {
      const evidence: Exhibit = {
        kind: "table",
        columns: [`${name} ${type}`, "at"],
        rows: versions.map((one) => [one.text.join("\n") || "no record", one.servers.join(", ")]),
      };
      return say.differ({ name, type, count: versions.length, serials }, evidence);
    });
  },
});
