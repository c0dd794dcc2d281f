import { defineCheck, facts, pass, records, warn } from "mailworthy";

export default defineCheck({
  id: "id/from-deliverable",
  on: "domain",
  title: "Answers can come back to the sending domain",
  why: "Microsoft asks that the address in From or Reply-To takes answers, and people write to it.",
  fix: "Publish an MX record for the domain, or send from a domain that takes mail.",
  refs: ["Microsoft requirements for high-volume senders"],
  role: "sends",
  needs: { way: facts.returnWay },
  verdicts: {
    deliverable: pass("{hosts}"),
    nowhere: warn("no MX record and no address; nobody can answer"),
  },
  judge: ({ way: { answer, hosts } }, say) =>
    hosts.length > 0 ? say.deliverable({ hosts }, records(answer)) : say.nowhere({}, records(answer)),
});
