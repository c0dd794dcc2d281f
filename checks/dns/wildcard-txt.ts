import { defineCheck, facts, pass, records, warn } from "mailworthy";

export default defineCheck({
  id: "dns/wildcard-txt",
  on: "domain",
  title: "No text is published for every name",
  why: "Text at names that nobody made looks like a policy or a key there, and hides that the real one is missing.",
  fix: "Publish the text at the names that need it, and remove the wildcard.",
  refs: ["RFC 4592 §4", "RFC 7208 §3.5"],
  needs: { wildcard: facts.wildcardTexts },
  verdicts: {
    none: pass("no text at names that nobody made"),
    denying: pass("a wildcard says of every name that it has no mail"),
    everywhere: warn("text at every name, made or not; what is missing there looks published"),
  },
  judge({ wildcard: { answers, texts, denying } }, say) {
    if (answers.length === 0) return say.none();
    const evidence = answers.map(records);
    return denying ? say.denying({}, evidence) : say.everywhere({ texts }, evidence);
  },
});
