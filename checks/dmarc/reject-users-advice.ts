import { defineCheck, facts, maybe, pass, records } from "mailworthy";

export default defineCheck({
  id: "dmarc/reject-users-advice",
  on: "domain",
  title: "It is told what a policy of reject means for people who write to mailing lists",
  why: "Mailing lists change messages and break their signatures, so under reject the posts of members are refused.",
  fix: "Keep people's mail under quarantine, or in a domain of its own, where they write to mailing lists.",
  refs: ["RFC 9989 §7.4"],
  role: "sends",
  // Without the hosts, whether it takes mail is not known, whatever the roles say.
  needs: { dmarc: facts.dmarcPolicy, hosts: maybe(facts.mailHosts) },
  verdicts: {
    other: pass("the policy is {policy}"),
    automatic: pass("the policy is reject, and the domain takes no mail, so hardly anybody writes to lists from it"),
    people: pass("the policy is reject; people who write to mailing lists from the domain may not be heard there"),
  },
  judge({ dmarc: { asked, answer } }, say, { roles }) {
    const evidence = records(answer);
    if (asked !== "reject") return say.other({ policy: asked }, evidence);
    return roles.includes("receives") ? say.people({}, evidence) : say.automatic({}, evidence);
  },
});
