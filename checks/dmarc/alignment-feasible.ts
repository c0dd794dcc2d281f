import { defineCheck, fail, facts, pass, records, warn } from "mailworthy";

export default defineCheck({
  id: "dmarc/alignment-feasible",
  on: "domain",
  title: "What is declared to vouch for the domain's mail aligns with it",
  why: "DMARC passes only by SPF or DKIM of a domain that aligns with the one in From; Gmail, Yahoo and Outlook ask for that.",
  fix: "Sign with DKIM in the name of the domain, or have MAIL FROM in a domain that aligns.",
  refs: ["RFC 9989 §4.4", "Google sender guidelines"],
  role: "sends",
  needs: { alignment: facts.alignment },
  verdicts: {
    both: pass("{aligned} align"),
    one: pass("{aligned} aligns; {others} does not, so all hangs on the former"),
    enough: pass("{aligned} aligns, which is enough; of {unknown} it is not known"),
    open: warn("{others} does not align; DMARC fails unless {missing} aligns, which is not declared"),
    neither: fail("{others} does not align with {domain}; DMARC fails for what is sent so"),
  },
  judge({ alignment: { answer, identifiers, unknown, declared } }, say, { subject }) {
    const evidence = records(answer);
    const aligned = identifiers.filter((one) => one.aligned).map(written);
    const others = identifiers.filter((one) => !one.aligned).map(written);
    if (unknown.length > 0) return say.enough({ aligned, unknown: unknown.map(written) }, evidence);
    if (others.length === 0) return say.both({ aligned }, evidence);
    if (aligned.length > 0) return say.one({ aligned, others }, evidence);
    const fix = { text: `Sign with d=${subject.domain}, or use a MAIL FROM in ${subject.domain}.` };
    if (!declared.dkim) return say.open({ others, missing: "a DKIM signature" }, evidence, fix);
    if (!declared.spf) return say.open({ others, missing: "MAIL FROM" }, evidence, fix);
    return say.neither({ others, domain: subject.domain }, evidence, fix);
  },
});

const written = ({ by, name }: { by: string; name: string }): string =>
  by === "spf" ? `MAIL FROM ${name}` : `d=${name}`;
