import { defineCheck, fail, facts, pass, records, warn } from "mailworthy";

export default defineCheck({
  id: "dmarc/location",
  on: "domain",
  title: "The DMARC record stands where receivers look for it",
  why: "Receivers ask for the record at _dmarc below the domain and nowhere else, so one elsewhere protects nothing.",
  fix: "Move the record to the name that is shown.",
  refs: ["RFC 9989 §4.5"],
  needs: { places: facts.misplacedDmarc },
  verdicts: {
    placed: pass("no DMARC record anywhere but at {name}"),
    beside: warn("a DMARC record stands at {at} too; it counts for nothing"),
    misplaced: fail("the DMARC record stands at {at}; receivers look at {name} only"),
    nowhere: fail("{name} is an alias of {target}, which does not exist; receivers find no record"),
  },
  judge({ places: { answers, counted, apex, doubled, nowhere } }, say, { subject: { domain } }) {
    const evidence = answers.map((answer) => records(answer));
    const name = `_dmarc.${domain}`;
    if (nowhere !== null) {
      const [to = `v=DMARC1; p=none; rua=mailto:dmarc-reports@${domain}`] = [...apex, ...doubled];
      return say.nowhere({ name, target: nowhere }, evidence, { text: `Publish this at ${name} in its place.`, to });
    }
    const at = [...(apex.length > 0 ? [domain] : []), ...(doubled.length > 0 ? [`${name}.${domain}`] : [])];
    if (at.length === 0) return say.placed({ name }, evidence);
    if (counted > 0) return say.beside({ at }, evidence, { text: `Delete the record at ${at.join(" and ")}.` });
    return say.misplaced({ at, name }, evidence, { text: `Publish this at ${name}.`, to: [...apex, ...doubled][0]! });
  },
});
