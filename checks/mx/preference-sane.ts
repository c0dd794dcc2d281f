import { defineCheck, type Exhibit, facts, listed, pass, warn } from "mailworthy";

export default defineCheck({
  id: "mx/preference-sane",
  on: "domain",
  title: "Mail hosts that come later protect mail as those that come first do",
  why: "Whoever keeps senders from the first mail hosts gets the mail by the weakest of the others.",
  fix: "Give later mail hosts the same protection, or remove them from the MX records.",
  refs: ["RFC 5321 §5.1", "RFC 3207 §6"],
  role: "receives",
  needs: { found: facts.exchangeProtection },
  verdicts: {
    alike: pass("{count} mail hosts protect mail alike"),
    starttls: warn("no STARTTLS at {exchanges}, unlike at the first"),
    tlsa: warn("no TLSA records of {exchanges}, unlike of the first"),
  },
  judge({ found: { all, weaker } }, say) {
    const word = (is: boolean | null): string => (is === null ? "not known" : is ? "yes" : "no");
    const evidence: Exhibit = {
      kind: "table",
      columns: ["preference", "mail host", "STARTTLS", "TLSA"],
      rows: all.map(({ preference, exchange, starttls, tlsa }) => [preference, exchange, word(starttls), word(tlsa)]),
    };
    const found = [
      ...(weaker.starttls.length > 0 ? [say.starttls({ exchanges: listed(weaker.starttls) }, evidence)] : []),
      ...(weaker.tlsa.length > 0 ? [say.tlsa({ exchanges: listed(weaker.tlsa) }, evidence)] : []),
    ];
    return found.length > 0 ? found : say.alike({ count: all.length }, evidence);
  },
});
