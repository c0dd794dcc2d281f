import { defineCheck, deniesAll, facts, pass, records, warn } from "mailworthy";

export default defineCheck({
  id: "parked/subdomains",
  on: "domain",
  title: "Names below the parked domain are as closed as it is",
  why: "Where a wildcard gives every name an address, each of them can be forged as if it had mail.",
  fix: "Publish a null MX and `v=spf1 -all` at the wildcard, too.",
  refs: ["M3AAWG Best Practices for Protecting Parked Domains"],
  role: "parked",
  needs: { wildcard: facts.wildcardMail },
  verdicts: {
    closed: pass("null MX and v=spf1 -all at the wildcard"),
    open: warn("every name below has an address, and {missing} is missing there"),
  },
  judge({ wildcard: { answers, exchanges, spf } }, say, { subject: { domain } }) {
    const evidence = answers.map(records);
    const missing = [
      ...(exchanges.length > 0 && exchanges.every((exchange) => exchange === ".") ? [] : ["MX 0 ."]),
      ...(spf.length > 0 && spf.every(deniesAll) ? [] : ["v=spf1 -all"]),
    ];
    const [first] = missing;
    if (first === undefined) return say.closed({}, evidence);
    return say.open({ missing: missing.join(" and ") }, evidence, { text: `Publish it at *.${domain}.`, to: first });
  },
});
