import { defineCheck, editDmarc, facts, pass, records, warn } from "mailworthy";

export default defineCheck({
  id: "dmarc/alignment-mode",
  on: "domain",
  title: "Strict alignment does not shut out the domain's own mail",
  why: "Under strict alignment a subdomain does not vouch for the domain, though most services send with one.",
  fix: "Set `aspf` and `adkim` to r, or have the services use the domain itself.",
  refs: ["RFC 9989 §4.4"],
  needs: { dmarc: facts.dmarcPolicy },
  verdicts: {
    relaxed: pass("adkim=r, aspf=r; subdomains vouch for the domain"),
    strict: pass("{tags}; only the domain itself vouches for it"),
    excluding: warn("{tags}, so {others} does not vouch for the domain"),
  },
  judge({ dmarc: { record, answer, inherited } }, say, { subject }) {
    const evidence = records(answer);
    const modes = { adkim: record.adkim, aspf: record.aspf };
    const tags = Object.entries(modes).flatMap(([name, mode]) => (mode === "s" ? [`${name}=s`] : []));
    if (tags.length === 0) return say.relaxed({}, evidence);
    const below = (names: readonly string[] = []): string[] =>
      names.filter((name) => name.endsWith(`.${subject.domain}`));
    const spf = modes.aspf === "s" ? below(subject.mailFrom).map((name) => `MAIL FROM ${name}`) : [];
    const dkim = modes.adkim === "s" ? below(subject.signing).map((name) => `d=${name}`) : [];
    const others = [...spf, ...dkim];
    if (others.length === 0) return say.strict({ tags }, evidence);
    const relaxed = { ...(spf.length > 0 && { aspf: null }), ...(dkim.length > 0 && { adkim: null }) };
    const fix = { from: record.text, to: editDmarc(record.tags, relaxed) };
    return say.excluding({ tags, others }, evidence, inherited ? { ...fix, text: "In the record that applies:" } : fix);
  },
});
