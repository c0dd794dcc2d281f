import { defineCheck, facts, maybe, pass, postconf, settings, warn } from "mailworthy";

export default defineCheck({
  id: "postfix/milter-action",
  on: "postfix",
  title: "While a milter is down, mail waits",
  why: "With `accept` mail leaves unsigned and fails DMARC, or comes in unchecked; with `reject` it is refused for good.",
  fix: "Set milter_default_action to tempfail.",
  refs: ["MILTER_README"],
  needs: {
    main: facts.postfixSettings("smtpd_milters", "non_smtpd_milters", "milter_default_action"),
    smtpd: maybe(facts.postfixServices("smtpd", "smtpd_milters", "milter_default_action")),
  },
  verdicts: {
    none: pass("mail goes through no milter"),
    waits: pass("while a milter is down, mail waits"),
    passes: warn("while a milter is down, mail goes on unsigned and unchecked"),
    refused: warn("while a milter is down, mail is refused for good"),
  },
  judge({ main: { smtpd_milters, non_smtpd_milters, milter_default_action: action }, smtpd }, say) {
    const used = [
      ...(smtpd?.services ?? []).map(({ values }) => ({
        milters: values.smtpd_milters,
        action: values.milter_default_action,
      })),
      { milters: non_smtpd_milters.value, action: action.value },
    ].filter(({ milters }) => milters !== "");
    if (used.length === 0) return say.none();
    const evidence = settings(smtpd_milters, non_smtpd_milters, action);
    const fix = { command: postconf(action.name, "tempfail") };
    if (used.some((one) => one.action === "accept")) return say.passes({}, evidence, fix);
    return used.some((one) => one.action === "reject") ? say.refused({}, evidence, fix) : say.waits();
  },
});
