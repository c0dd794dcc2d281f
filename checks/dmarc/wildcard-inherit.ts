import { defineCheck, facts, pass, records } from "mailworthy";

export default defineCheck({
  id: "dmarc/wildcard-inherit",
  on: "domain",
  title: "It is told where a wildcard gives every subdomain a DMARC record",
  why: "A name with a record of its own follows no other, so `sp` and `np` of the domain have no part in it.",
  fix: "Take the wildcard out and set `sp` and `np`.",
  refs: ["RFC 9989 §4.10.1", "RFC 4592 §2"],
  needs: { wild: facts.wildcardTexts },
  verdicts: {
    none: pass("names that nobody made have no DMARC record"),
    everywhere: pass("{text} at every name; each subdomain counts as having a record of its own"),
  },
  judge({ wild: { answers } }, say) {
    const answer = answers.find(({ name }) => name.startsWith("_dmarc."));
    const texts = (answer?.records ?? []).map(({ data }) => data.join(""));
    const text = texts.find((one) => /^v\s*=\s*DMARC1\b/i.test(one));
    return text === undefined ? say.none() : say.everywhere({ text }, records(answer!));
  },
});
