import { defineCheck, type Exhibit, facts, pass } from "mailworthy";

export default defineCheck({
  id: "dkim/common-selectors",
  on: "domain",
  title: "DKIM keys are found at selectors that many domains use",
  why: "A key that is in DNS but not declared is not looked at any closer, and may be one that mail is signed with.",
  fix: "Declare the selectors that mail is signed with, so that their keys are judged.",
  role: "sends",
  asks: { guessing: "selectors are known, so none is guessed" },
  needs: { common: facts.commonSelectors },
  verdicts: {
    found: pass("{selectors}, found among {answered} common names"),
    revoked: pass("only revoked keys, at {selectors}, found among {answered} common names"),
  },
  judge({ common: { found, asked, unanswered } }, say) {
    const live = found.filter(({ revoked }) => !revoked);
    const rows = found.map(({ selector, provider, type, bits, revoked }) => [
      selector,
      provider ?? "",
      revoked ? "revoked" : `${type} ${bits ?? "unreadable"}`,
    ]);
    const table: Exhibit = { kind: "table", columns: ["selector", "usual for", "key"], rows };
    const answered = asked - unanswered;
    const selectors = (live.length > 0 ? live : found).map(({ selector }) => selector);
    return live.length > 0 ? say.found({ selectors, answered }, table) : say.revoked({ selectors, answered }, table);
  },
});
