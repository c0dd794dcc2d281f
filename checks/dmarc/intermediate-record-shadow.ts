import { defineCheck, editDmarc, facts, pass, records, warn } from "mailworthy";

export default defineCheck({
  id: "dmarc/intermediate-record-shadow",
  on: "domain",
  title: "No DMARC record between the domain and its policy seems to apply",
  why: "Policy comes from the domain itself or from its organizational domain, so a record between them does nothing for it.",
  fix: "Publish a record at the domain itself.",
  refs: ["RFC 9989 §4.10.1"],
  needs: { dmarc: facts.dmarc, levels: facts.dmarcWalk },
  verdicts: {
    clear: pass("no record stands between"),
    shadowed: warn("the record at {between} does not apply; mail follows the one at {from}"),
  },
  judge({ dmarc, levels }, say, { subject }) {
    const end = levels.findIndex(({ domain }) => domain === dmarc.domain);
    const between = levels.slice(1, Math.max(end, 1)).filter(({ record }) => record !== null);
    const [nearest] = between;
    if (!nearest?.record) return say.clear({}, dmarc.tree);
    const said = { between: between.map(({ domain }) => `_dmarc.${domain}`), from: `_dmarc.${dmarc.domain!}` };
    return say.shadowed(said, [dmarc.tree, ...between.flatMap(({ answer }) => (answer ? [records(answer)] : []))], {
      text: `Publish this at _dmarc.${subject.domain}, if it is meant to apply there.`,
      to: editDmarc(nearest.record.tags, {}),
    });
  },
});
