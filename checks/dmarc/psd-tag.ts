import { defineCheck, editDmarc, facts, maybe, pass, records, warn } from "mailworthy";

export default defineCheck({
  id: "dmarc/psd-tag",
  on: "domain",
  title: "The DMARC record says that it is of a public suffix only where it is",
  why: "Below a public suffix each name is an organization by itself, so mail of subdomains would align with nothing here.",
  fix: "Take out `psd=y`; it is for registries.",
  refs: ["RFC 9989 §4.7", "RFC 9989 §4.10.2"],
  needs: { dmarc: facts.dmarcRecord, registered: maybe(facts.registrableDomain) },
  verdicts: {
    unset: pass("no psd tag; the walk finds where the organization ends"),
    boundary: pass("psd=n; the organization ends here, whatever stands above"),
    suffix: pass("psd=y, on a public suffix"),
    ordinary: warn("psd=y on a domain that is no public suffix; its subdomains count as organizations of their own"),
  },
  judge({ dmarc: { answer, record }, registered }, say) {
    const evidence = records(answer);
    if (record.psd === "u") return say.unset({}, evidence);
    if (record.psd === "n") return say.boundary({}, evidence);
    if (registered === null) return say.suffix({}, evidence);
    return say.ordinary({}, evidence, { from: record.text, to: editDmarc(record.tags, { psd: null }) });
  },
});
