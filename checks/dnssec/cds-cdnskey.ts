import { defineCheck, facts, pass, records } from "mailworthy";

export default defineCheck({
  id: "dnssec/cds-cdnskey",
  on: "domain",
  title: "It is told what the zone asks its parent to publish",
  why: "A parent that looks for these records follows a change of keys by itself, and also ends DNSSEC when asked to.",
  fix: "Let the signer publish CDS and CDNSKEY records where the parent looks for them.",
  refs: ["RFC 7344 §3", "RFC 8078 §4"],
  needs: { keys: facts.childKeys },
  verdicts: {
    none: pass("{apex} asks for nothing"),
    settled: pass("the parent has what {apex} asks for"),
    changing: pass("{apex} asks its parent for other DS records than it has"),
    ending: pass("{apex} asks its parent to remove its DS records; it will be unsigned then"),
  },
  judge({ keys: { apex, answers, asks, removal, wanted, published } }, say) {
    const evidence = answers.map(records);
    if (asks === 0) return say.none({ apex }, evidence);
    if (removal) return say.ending({ apex }, evidence); // RFC 8078 §4
    const differs = wanted.length > 0 && wanted.join("\n") !== published.join("\n");
    return differs ? say.changing({ apex }, evidence) : say.settled({ apex }, evidence);
  },
});
