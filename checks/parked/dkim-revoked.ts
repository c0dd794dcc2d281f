import { defineCheck, facts, pass, records, warn } from "mailworthy";

export default defineCheck({
  id: "parked/dkim-revoked",
  on: "domain",
  title: "No selector of the parked domain has a key by wildcard",
  why: "A key for every selector lets its holder sign as a domain that sends nothing.",
  fix: "Publish `v=DKIM1; p=` at `*._domainkey`, or nothing there, which comes to the same.",
  refs: ["RFC 6376 §6.1.2", "M3AAWG Best Practices for Protecting Parked Domains"],
  role: "parked",
  needs: { wildcard: facts.wildcardKeys },
  verdicts: {
    revoked: pass("every selector is revoked"),
    none: pass("no key for every selector, which comes to the same as a revoked one"),
    key: warn("a key for every selector, {record}; its holder can sign as the domain"),
  },
  judge({ wildcard: { answer, keys, revoked } }, say) {
    const evidence = records(answer);
    const [record] = keys;
    if (record === undefined) return say.none({}, evidence);
    return revoked ? say.revoked({}, evidence) : say.key({ record }, evidence, { from: record, to: "v=DKIM1; p=" });
  },
});
