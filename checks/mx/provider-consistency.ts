import { defineCheck, facts, pass, records, warn } from "mailworthy";

export default defineCheck({
  id: "mx/provider-consistency",
  on: "domain",
  title: "The provider that takes the domain's mail may also send it",
  why: "Answers are usually sent where mail is read, and without the provider in SPF they fail it.",
  fix: "Include the provider's SPF record, or let the addresses stand in yours by which it sends.",
  refs: ["RFC 7208 §5.2"],
  role: "sends",
  needs: { provider: facts.mailProvider },
  verdicts: {
    included: pass("{provider} takes its mail and is in its SPF record"),
    missing: warn("{provider} takes its mail, but SPF does not include {include}; what is sent there may fail SPF"),
  },
  judge({ provider: { provider, include, included, answer } }, say) {
    if (included) return say.included({ provider }, records(answer));
    return say.missing({ provider, include }, records(answer), { text: `Add include:${include} to the SPF record` });
  },
});
