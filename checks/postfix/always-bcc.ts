import { defineCheck, facts, pass, settings, warn } from "mailworthy";

export default defineCheck({
  id: "postfix/always-bcc",
  on: "postfix",
  title: "Copies of all mail stay in the house",
  why: "Every message, coming and going, is handed to one address more; at another domain that is a third party.",
  fix: "Take always_bcc out of main.cf, or let it lead to a mailbox here.",
  refs: ["ADDRESS_REWRITING_README"],
  needs: { main: facts.postfixSettings("always_bcc", "mydomain"), domains: facts.postfixDomains },
  verdicts: {
    none: pass("nobody gets a copy of all mail"),
    inside: pass("{address} gets a copy of all mail, and is here"),
    outside: warn("{address} gets a copy of all mail, and is not here"),
  },
  judge({ main: { always_bcc: bcc, mydomain }, domains }, say) {
    if (bcc.value === "") return say.none();
    const own = new Set([mydomain.value.toLowerCase(), ...domains.classes.flatMap((one) => one.domains)]);
    const at = bcc.value.lastIndexOf("@");
    const here = at < 0 || own.has(bcc.value.slice(at + 1).toLowerCase());
    return here ? say.inside({ address: bcc.value }) : say.outside({ address: bcc.value }, settings(bcc));
  },
});
