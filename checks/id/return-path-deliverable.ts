import { defineCheck, fail, facts, pass, records } from "mailworthy";

export default defineCheck({
  id: "id/return-path-deliverable",
  on: "domain",
  title: "Bounces can come back to the sending domain",
  why: "Receivers reject mail whose return path leads nowhere, since they could not tell of its failure.",
  fix: "Publish an MX record for the domain, or use a return path in a domain that has one.",
  refs: ["RFC 5321 §3.6.2", "RFC 5321 §5.1"],
  role: "sends",
  needs: { way: facts.returnWay },
  verdicts: {
    deliverable: pass("{hosts}"),
    nowhere: fail("no MX record and no address; receivers reject mail with this return path"),
  },
  judge: ({ way: { answer, hosts } }, say) =>
    hosts.length > 0 ? say.deliverable({ hosts }, records(answer)) : say.nowhere({}, records(answer)),
});
