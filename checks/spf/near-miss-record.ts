import { defineCheck, facts, maybe, pass, records, warn } from "mailworthy";

export default defineCheck({
  id: "spf/near-miss-record",
  on: "domain",
  title: "No TXT record is almost an SPF record",
  why: "A record that does not begin exactly with v=spf1 and a blank is no SPF record, and receivers pass over it.",
  fix: "Write the record as v=spf1, a blank, and the terms, or delete it.",
  refs: ["RFC 7208 §4.5"],
  needs: { spf: facts.spfRecord, elsewhere: maybe(facts.misplacedSpf) },
  verdicts: {
    clean: pass("no stray record"),
    stray: warn("{record}; receivers do not take it for SPF: {cause}"),
    elsewhere: warn("{name} has an SPF record and {domain} has none; receivers look at {domain} only"),
  },
  judge({ spf, elsewhere }, say, { subject: { domain } }) {
    const strays = spf.texts
      .filter((text) => !spf.records.includes(text))
      .flatMap((record) => {
        const cause = causeOf(record);
        return cause ? [say.stray({ record, cause }, records(spf.answer))] : [];
      });
    const misplaced = (elsewhere ?? []).map(({ name, record, answer }) =>
      say.elsewhere({ name, domain }, records(answer), { text: `Publish it at ${domain}.`, to: record }),
    );
    const findings = [...strays, ...misplaced];
    return findings.length > 0 ? findings : say.clean();
  },
});

/** What keeps a text that was meant as SPF from being it; nothing for a text of another kind. */
function causeOf(text: string): string | undefined {
  if (!/^[^a-z0-9]{0,8}(?:v\s?=\s?)?spf[12]?/i.test(text) || /spf2\.0\//i.test(text)) return undefined;
  if (/^\s/.test(text)) return "a blank stands before it";
  if (/^["'\\]/.test(text)) return "quotes are part of it";
  if (/^[^!-~]/.test(text)) return "odd characters stand before it";
  if (!/^v=/i.test(text)) return 'it does not begin with "v="';
  if (/^v=spf1[;,:]/i.test(text)) return "a punctuation mark follows the version";
  if (/^v=spf1[\d.]/i.test(text)) return "there is no such version";
  if (/^v=spf1\s/i.test(text)) return "what follows the version is no blank";
  if (/^v=spf1/i.test(text)) return "no blank follows the version";
  return "there is no such version";
}
