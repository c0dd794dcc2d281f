import { defineCheck, fail, facts, pass, records, warn } from "mailworthy";

export default defineCheck({
  id: "dmarc/version-tag",
  on: "domain",
  title: "The DMARC record begins with v=DMARC1",
  why: "A record that begins otherwise, in whatever detail, is ignored as a whole.",
  fix: "Begin the record with `v=DMARC1;`, in just this case, and nothing before it.",
  refs: ["RFC 9989 §4.7"],
  needs: { dmarc: facts.dmarcCandidates },
  verdicts: {
    exact: pass("begins with v=DMARC1"),
    beside: warn('"{text}" stands beside the DMARC record and counts for nothing'),
    wrong: fail('"{text}" does not begin with v=DMARC1; receivers ignore it'),
  },
  judge({ dmarc: { answer, records: found, strays } }, say) {
    const evidence = records(answer);
    const [text] = strays;
    if (text === undefined) return say.exact({}, evidence);
    if (found.length > 0) return say.beside({ text }, evidence);
    return say.wrong({ text }, evidence, { from: text, to: mended(text) });
  },
});

/** The text with its version in front and spelt right; what else is wrong with it stays. */
function mended(text: string): string {
  const rest = text
    .replace(/^[\s"'“”]+|[\s"'“”\\]+$/g, "")
    .split(/\s*\\?;\s*/)
    .filter((tag) => tag !== "" && !/^v\s*=|^dmarc1?$/i.test(tag));
  const [first = ""] = text.split(";");
  const glued = /^\W*v\s*=\W*dmarc1?[\s,:]+(\w+\s*=.*)$/i.exec(first)?.[1];
  return ["v=DMARC1", ...(glued === undefined ? [] : [glued.trim()]), ...rest].join("; ");
}
