import { defineCheck, facts, pass, records, warn } from "mailworthy";

export default defineCheck({
  id: "mx/wildcard-mx",
  on: "domain",
  title: "Not every name below the domain takes mail",
  why: "With a wildcard MX every name that somebody makes up takes mail and can be forged as a sender.",
  fix: "Publish MX records at the names that take mail, and remove the wildcard.",
  refs: ["RFC 4592 §4", "RFC 1912 §2.7"],
  needs: { wildcard: facts.wildcardMx },
  verdicts: {
    none: pass("no wildcard MX"),
    refusing: pass("a wildcard says of every name that it takes no mail"),
    everywhere: warn("{exchanges} takes mail for every name below the domain"),
  },
  judge({ wildcard: { answer, exchanges } }, say) {
    if (exchanges.length === 0) return say.none({}, records(answer));
    if (exchanges.every((exchange) => exchange === ".")) return say.refusing({}, records(answer));
    return say.everywhere({ exchanges }, records(answer));
  },
});
