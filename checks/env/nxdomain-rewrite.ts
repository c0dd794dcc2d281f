import { defineCheck, facts, pass, records, warn } from "mailworthy";

export default defineCheck({
  id: "env/nxdomain-rewrite",
  on: "vantage",
  title: "The resolver invents no addresses",
  why: "A resolver that answers for names that do not exist makes dead hosts look alive and clean ones listed.",
  fix: "Use a resolver of your own with `--resolver ADDRESS`.",
  refs: ["RFC 8020 §2", "RFC 6761 §6.4"],
  needs: { nxdomain: facts.nxdomain },
  verdicts: {
    honest: pass("no address for a name that does not exist"),
    rewritten: warn("{addresses} for a name that does not exist; what it says of others is not believed"),
  },
  judge: ({ nxdomain: { answer, invented: addresses } }, say) =>
    addresses.length > 0 ? say.rewritten({ addresses }, records(answer)) : say.honest({}, records(answer)),
});
