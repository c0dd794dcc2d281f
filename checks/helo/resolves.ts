import { defineCheck, facts, pass, warn } from "mailworthy";

export default defineCheck({
  id: "helo/resolves",
  on: "sender",
  title: "The name that a sending server introduces itself by has an address",
  why: "Some receivers reject a client whose name in EHLO leads nowhere.",
  fix: "Publish an A or AAAA record for the name.",
  refs: ["RFC 5321 §4.1.1.1"],
  needs: { helo: facts.heloAddresses },
  verdicts: {
    resolves: pass("{name} leads to {addresses}"),
    nowhere: warn("{name} has no address; some receivers reject a client by that name"),
  },
  judge({ helo: { name, addresses } }, say, { subject: { name: ip } }) {
    if (addresses.length > 0) return say.resolves({ name, addresses });
    return say.nowhere({ name }, undefined, { to: `${name}. ${ip.includes(":") ? "AAAA" : "A"} ${ip}` });
  },
});
