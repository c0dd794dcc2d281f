import { defineCheck, fail, facts, listed, pass, records, warn } from "mailworthy";

export default defineCheck({
  id: "dane/usable",
  on: "host",
  title: "The TLSA records are ones that senders of mail can use",
  why: "Where none can be used, senders still insist on TLS, and then take any certificate.",
  fix: "Publish `3 1 1`, the SHA-256 digest of the mail host's public key.",
  refs: ["RFC 7672 §3.1.3", "RFC 7672 §2.2", "RFC 6698 §2.1"],
  role: "receives",
  needs: { dane: facts.dane },
  verdicts: {
    usable: pass("{forms}"),
    some: warn("{faults}; senders go by the others, {forms}"),
    none: fail("{faults}; senders insist on TLS and verify nothing"),
  },
  judge({ dane: { answer, records: all, usable } }, say) {
    const evidence = records(answer);
    const forms = listed(usable.map(({ form }) => form));
    const bad = all.filter(({ fault }) => fault !== null);
    const faults = listed(bad.map(({ form, fault }) => `${form}: ${fault!}`));
    if (bad.length === 0) return say.usable({ forms }, evidence);
    if (usable.length > 0) return say.some({ faults, forms }, evidence);
    return say.none({ faults }, evidence);
  },
});
