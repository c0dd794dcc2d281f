import { defineCheck, facts, pass, records, warn } from "mailworthy";

export default defineCheck({
  id: "dmarc/spf-in-dmarc",
  on: "domain",
  title: "No SPF record stands at the place of the DMARC record",
  why: "SPF text there comes from a wildcard or was put in the wrong place, and either way does not do what was meant.",
  fix: "Take the SPF record out at _dmarc, or the wildcard TXT record that puts it there.",
  refs: ["RFC 9989 §4.5", "RFC 7208 §3.5"],
  needs: { texts: facts.dmarcTexts },
  verdicts: {
    apart: pass("no SPF record at _dmarc"),
    mixed: warn('"{text}" stands at _dmarc, where it counts for nothing'),
  },
  judge({ texts: { answer, spf } }, say, { subject }) {
    const [text] = spf;
    if (text === undefined) return say.apart({}, records(answer));
    return say.mixed({ text }, records(answer), {
      text: `Delete it at _dmarc.${subject.domain}; if a wildcard TXT record makes it, a DMARC record there puts an end to that.`,
      from: text,
    });
  },
});
