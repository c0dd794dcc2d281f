import { defineCheck, facts, pass, records, warn } from "mailworthy";

export default defineCheck({
  id: "dkim/second-selector",
  on: "domain",
  title: "A second selector is ready for the next key",
  why: "Where the next key already stands in DNS, a key that has leaked is replaced at once and without a gap.",
  fix: "Publish the next key at a second selector, and declare that one too.",
  refs: ["M3AAWG DKIM key rotation"],
  asks: { selectors: "no DKIM selector is declared; --selector NAME declares one" },
  needs: { keys: facts.dkimKeys },
  verdicts: {
    ready: pass("keys at {selectors}"),
    single: warn(
      "only {selector}, of the selectors that are declared, holds a key; a leak would leave none to sign with",
    ),
  },
  judge({ keys: { keys } }, say) {
    const evidence = keys.map(({ answer }) => records(answer));
    const selectors = keys.map(({ selector }) => selector);
    return keys.length > 1 ? say.ready({ selectors }, evidence) : say.single({ selector: selectors[0]! }, evidence);
  },
});
