import { defineCheck, facts, pass, settings, warn } from "mailworthy";

export default defineCheck({
  id: "postfix/myorigin",
  on: "postfix",
  title: "Mail of this machine has a sender that others can answer",
  why: "Mail of cron and of programs gets myorigin behind its sender, and receivers refuse a sender of a domain that is not there.",
  fix: "Set myorigin to $mydomain, or to another domain that takes mail.",
  refs: ["postconf(5) myorigin"],
  needs: { origin: facts.postfixOrigin },
  verdicts: {
    public: pass("addresses without a domain get {name}"),
    inside: warn("addresses without a domain get {name}; receivers refuse such senders"),
  },
  judge({ origin: { name, form, inside, setting } }, say) {
    if (form === "host-name" && !inside) return say.public({ name });
    return say.inside({ name }, settings(setting));
  },
});
