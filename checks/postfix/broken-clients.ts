import { defineCheck, everywhere, facts, pass, settings, warn } from "mailworthy";

export default defineCheck({
  id: "postfix/broken-clients",
  on: "postfix",
  title: "AUTH is offered in the form of the standard alone",
  why: "The second form is for mail programs of the 1990s, and is one more thing that scanners look for.",
  fix: "Take broken_sasl_auth_clients out of main.cf.",
  needs: { main: facts.postfixSettings("broken_sasl_auth_clients") },
  verdicts: {
    off: pass("AUTH is offered in the form of the standard"),
    on: warn("AUTH is offered also in a form for mail programs of the 1990s"),
  },
  judge({ main: { broken_sasl_auth_clients: broken } }, say) {
    if (!everywhere(broken).some(({ value }) => value === "yes")) return say.off();
    return say.on({}, settings(broken), { command: "postconf -X broken_sasl_auth_clients" });
  },
});
