import { defineCheck, facts, pass, records, warn } from "mailworthy";

export default defineCheck({
  id: "env/dnssec-validating-resolver",
  on: "vantage",
  title: "The resolver validates DNSSEC",
  why: "Only a resolver that validates can say whether signatures hold, and so whether DANE protects a mail host.",
  fix: "Name a resolver that validates with `--resolver ADDRESS`, best one on this machine.",
  refs: ["RFC 4035 §3.2.3", "RFC 6840 §5.8"],
  needs: { validator: facts.validator },
  verdicts: {
    validates: pass("{server} validates"),
    said: pass("{server} says that it validates; --trust-ad if nobody on the way to it could"),
    none: warn("{server} does not validate; nothing about DNSSEC and DANE can be told from here"),
  },
  judge({ validator: { answer, server, validates, believed } }, say) {
    const evidence = records(answer);
    if (!validates) return say.none({ server }, evidence);
    return believed ? say.validates({ server }, evidence) : say.said({ server }, evidence);
  },
});
