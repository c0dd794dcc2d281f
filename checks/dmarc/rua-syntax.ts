import { defineCheck, editDmarc, fail, facts, pass, records, warn } from "mailworthy";

export default defineCheck({
  id: "dmarc/rua-syntax",
  on: "domain",
  title: "The addresses for aggregate reports are valid",
  why: "Receivers send no report to an address that they cannot read.",
  fix: "Write each address as a URI, `mailto:` in front, with commas between them.",
  refs: ["RFC 9989 §4.8"],
  needs: { rua: facts.dmarcReportUris },
  verdicts: {
    valid: pass("{uris}"),
    some: warn("{faults}; only the other addresses get reports"),
    none: fail("{faults}; no report arrives anywhere"),
  },
  judge({ rua: { answer, record, written, uris, faults } }, say) {
    const evidence = records(answer);
    if (faults.length === 0) return say.valid({ uris: uris.map(({ uri }) => uri) }, evidence);
    const said = { faults: faults.map(({ message }) => message).join("; ") };
    const fix = { from: record.text, to: editDmarc(record.tags, { rua: mended(written) }) };
    return uris.length > 0 ? say.some(said, evidence, fix) : say.none(said, evidence, fix);
  },
});

/** Bare addresses with `mailto:` before them, nothing empty, and exclamation points written as they must be. */
function mended(list: string): string {
  return list
    .split(/[\s,]+/)
    .filter(Boolean)
    .map((text) => (/^[^\s:]+@[^\s:]+$/.test(text) ? `mailto:${text}` : text))
    .map((text) => (/!\d+[kmgt]?$/i.test(text) ? text : text.replaceAll("!", "%21")))
    .join(",");
}
