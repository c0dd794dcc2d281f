import { defineCheck, facts, listed, pass, settings, warn } from "mailworthy";

export default defineCheck({
  id: "postfix/catch-all",
  on: "postfix",
  title: "Mail for unknown recipients is not passed on",
  why: "A catch-all passes on the spam for every guessed name, and the receiver blames the host that it comes from.",
  fix: "Take the catch-all out, or let it lead to a mailbox on this host.",
  refs: ["virtual(5)", "postconf(5) luser_relay"],
  needs: { main: facts.postfixSettings("luser_relay"), aliases: facts.postfixAliases, domains: facts.postfixDomains },
  verdicts: {
    none: pass("mail for unknown recipients is not passed on"),
    inside: pass("all of {domain} leads to {to}, which is here"),
    luser: warn("luser_relay takes mail for unknown local recipients to {to}"),
    outside: warn("all of {domain} leads to {to}, with the spam for every guessed name"),
  },
  judge({ main: { luser_relay: luser }, aliases, domains }, say) {
    const own = new Set(domains.classes.flatMap((one) => one.domains));
    const isOutside = (to: string): boolean =>
      to.includes("@") && !own.has(to.slice(to.lastIndexOf("@") + 1).toLowerCase());
    const said = aliases.catchAlls.map(({ domain, to, table, line }) => {
      const evidence = {
        kind: "table" as const,
        columns: ["table", "line", "leads to"],
        rows: [[table, line, to.join(", ")]],
      };
      // A domain that leads to another, each user to the same, is no catch-all.
      const away = to.filter((one) => isOutside(one) && !one.startsWith("@"));
      return away.length > 0
        ? say.outside({ domain, to: away }, evidence)
        : say.inside({ domain, to: listed(to) }, evidence);
    });
    if (luser.value !== "") said.push(say.luser({ to: luser.value }, settings(luser)));
    return said.length > 0 ? said : say.none();
  },
});
