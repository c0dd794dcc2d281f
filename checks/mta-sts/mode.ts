import { defineCheck, facts, page, pass, warn } from "mailworthy";

export default defineCheck({
  id: "mta-sts/mode",
  on: "domain",
  title: "The MTA-STS policy asks senders to verify the mail hosts",
  why: "Only in mode enforce do senders hold mail back from a host that they cannot verify.",
  fix: "Go from mode none to testing, read the TLS reports, and then to enforce; change the id each time.",
  refs: ["RFC 8461 §5"],
  role: "receives",
  needs: { sts: facts.mtaSts },
  verdicts: {
    enforce: pass("enforce"),
    testing: pass("testing; senders report what fails and deliver all the same"),
    none: warn("none; senders verify nothing"),
  },
  judge({ sts: { answer, mode } }, say) {
    return say[mode]({}, page(answer, true));
  },
});
