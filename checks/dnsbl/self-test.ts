import { defineCheck, facts, pass, records, warn } from "mailworthy";

export default defineCheck({
  id: "dnsbl/self-test",
  on: "list",
  title: "Each blocklist holds its test entries",
  why: "A dead or hijacked list says that everything is listed, or nothing, so its answers are not used.",
  fix: "Take the list off the lists to ask, or ask it through a resolver that it answers.",
  refs: ["RFC 5782 §5"],
  needs: { trials: facts.listTrial },
  verdicts: {
    works: pass("answers as a list must"),
    everything: warn("lists even what it must not; its listings are not believed"),
    nothing: warn("lacks its own test entry; it is dead, or hides from this resolver"),
    ended: warn("{how}; it is not asked"),
    parked: warn("answers with an address of something else; its zone is lost"),
  },
  judge({ trials }, say) {
    const bad = trials.filter(({ trial }) => trial !== "works");
    if (bad.length === 0) return say.works();
    return bad.map(({ trial, answers, ended: how = "" }) =>
      trial === "ended" ? say.ended({ how }) : say[trial]({}, answers.map(records)),
    );
  },
});
