import { defineCheck, deniesAll, facts, pass, records } from "mailworthy";

export default defineCheck({
  id: "spf/wildcard-denial",
  on: "domain",
  title: "It is told whether SPF says of names that nobody made that they send nothing",
  why: "A forger may take any name below the domain, and SPF says nothing of those without a record.",
  fix: "Publish `v=spf1 -all` at the wildcard of domains that send nothing.",
  refs: ["RFC 7208 §3.5", "M3AAWG Best Practices for Protecting Parked Domains"],
  needs: { wildcard: facts.wildcardSpf },
  verdicts: {
    denied: pass("{name}: {record}"),
    other: pass("{name}: {record}; it does not say plainly that nobody sends"),
    none: pass("no SPF record at {name}"),
  },
  judge({ wildcard: { answer, records: found } }, say) {
    const { name } = answer;
    const [record] = found;
    if (record === undefined) return say.none({ name }, records(answer), { to: `${name}. TXT "v=spf1 -all"` });
    return found.every(deniesAll)
      ? say.denied({ name, record }, records(answer))
      : say.other({ name, record }, records(answer));
  },
});
