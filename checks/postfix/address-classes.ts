import { defineCheck, facts, fail, pass } from "mailworthy";

export default defineCheck({
  id: "postfix/address-classes",
  on: "postfix",
  title: "Each domain stands in one class of addresses",
  why: "A domain in two classes goes to the wrong one, and its users are said to be unknown.",
  fix: "Leave each domain in one of mydestination, virtual_alias_domains, virtual_mailbox_domains and relay_domains.",
  refs: ["ADDRESS_CLASS_README"],
  needs: { domains: facts.postfixDomains },
  verdicts: {
    apart: pass("each domain that could be read stands in one class"),
    twice: fail("{domain} stands in {one} and in {other}; mail for it goes astray"),
  },
  judge({ domains: { classes } }, say) {
    const said = classes.flatMap(({ setting: one, domains }, at) =>
      classes.slice(at + 1).flatMap(({ setting: other, domains: those }) => {
        // Whatever is local is no more relayed for.
        if (one === "mydestination" && other === "relay_domains") return [];
        return domains
          .filter((domain) => domain.includes(".") && those.includes(domain))
          .map((domain) => say.twice({ domain, one, other }));
      }),
    );
    return said.length > 0 ? said : say.apart();
  },
});
