import { defineCheck, everywhere, facts, pass, postconf, settings, warn } from "mailworthy";

export default defineCheck({
  id: "postfix/vrfy",
  on: "postfix",
  title: "VRFY tells nobody which addresses there are",
  why: "Whoever collects addresses tries names with VRFY, faster than with mail.",
  fix: "Set disable_vrfy_command to yes.",
  needs: { main: facts.postfixSettings("disable_vrfy_command") },
  verdicts: {
    off: pass("VRFY is off"),
    on: warn("VRFY is on; it tells strangers which addresses there are"),
  },
  judge({ main: { disable_vrfy_command: disabled } }, say) {
    if (!everywhere(disabled).some(({ value }) => value === "no")) return say.off();
    return say.on({}, settings(disabled), { command: postconf("disable_vrfy_command", "yes") });
  },
});
