import { defineCheck, facts, pass, records } from "mailworthy";

export default defineCheck({
  id: "dkim/domainkey-node",
  on: "domain",
  title: "DNS says whether there is anything below _domainkey",
  why: "A name above others exists, so that an answer here hints at keys; servers and wildcards that get it wrong make it no proof.",
  fix: "Nothing needs to be done; --selector NAME looks at the keys themselves.",
  refs: ["RFC 8020 §2"],
  needs: { node: facts.domainkeyNode },
  verdicts: {
    exists: pass("_domainkey exists, which hints at keys and proves none"),
    missing: pass("_domainkey does not exist, which hints that no key is there and does not prove it"),
  },
  judge({ node: { answer, exists } }, say) {
    return exists ? say.exists({}, records(answer)) : say.missing({}, records(answer));
  },
});
