import { defineCheck, facts, pass, records } from "mailworthy";

export default defineCheck({
  id: "ptr/domain-related",
  on: "sender",
  title: "It is told whether the name of a sending address is one of the domain's",
  why: "Yahoo and Apple advise a name that shows whose mail it is; that of a provider does too.",
  fix: "Have the PTR record set to a name in the domain, where the address sends for it alone.",
  refs: ["Yahoo sender best practices", "Apple postmaster guidelines"],
  needs: { relation: facts.ptrRelation },
  verdicts: {
    related: pass("{name} is in {organization}"),
    other: pass("{names}, outside {organization}"),
  },
  judge({ relation: { answer, names, organization, related } }, say) {
    const evidence = records(answer);
    return related === null
      ? say.other({ names, organization }, evidence)
      : say.related({ name: related, organization }, evidence);
  },
});
