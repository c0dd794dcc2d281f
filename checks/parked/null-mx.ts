import { defineCheck, facts, pass, records, warn } from "mailworthy";

export default defineCheck({
  id: "parked/null-mx",
  on: "domain",
  title: "The parked domain says that it takes no mail",
  why: "Without a null MX senders try the address of the domain for days, and receivers take forged mail for answerable.",
  fix: "Publish the null MX `0 .` and no other MX record.",
  refs: ["RFC 7505 §3", "M3AAWG Best Practices for Protecting Parked Domains"],
  role: "parked",
  needs: { mx: facts.mx },
  verdicts: {
    null: pass("the null MX, 0 . alone"),
    none: warn("no MX record; senders try the address of the domain"),
    hosts: warn("MX records name {hosts}, though the domain is parked"),
  },
  judge({ mx: { answer, exchanges } }, say, { subject: { domain } }) {
    const evidence = records(answer);
    const hosts = exchanges.map(({ exchange }) => exchange).filter((exchange) => exchange !== ".");
    const fix = { text: `Publish it at ${domain}.`, to: "MX 0 ." };
    if (hosts.length > 0) return say.hosts({ hosts }, evidence, fix);
    return exchanges.length > 0 ? say.null({}, evidence) : say.none({}, evidence, fix);
  },
});
