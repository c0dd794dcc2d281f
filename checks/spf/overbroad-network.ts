import { defineCheck, fail, facts, pass, records, warn } from "mailworthy";

export default defineCheck({
  id: "spf/overbroad-network",
  on: "domain",
  title: "SPF lets no more addresses send than the domain can have",
  why: "Everyone in such a network can send in the name of the domain, and Gmail rejects records with suspicious entries.",
  fix: "Name the networks that send, or their single addresses.",
  refs: ["Gmail SMTP error 5.7.24", "RFC 7208 §11.4"],
  needs: { spf: facts.spfNetworks },
  verdicts: {
    bounded: pass("{count} networks, none too wide"),
    wide: warn("{terms}: wider than /16"),
    vast: fail("{term} in the record of {domain} lets a good part of all addresses send"),
  },
  judge({ spf }, say) {
    const { vast, own, answer } = spf;
    if (vast.length > 0) return vast.map(({ term, domain }) => say.vast({ term, domain }, records(answer)));
    const wide = own.filter(({ family, prefix }) => family === 4 && prefix < 16);
    if (wide.length > 0) return say.wide({ terms: wide.map(({ term }) => term) }, records(answer));
    return say.bounded({ count: own.length });
  },
});
