import { defineCheck, facts, pass, records } from "mailworthy";

export default defineCheck({
  id: "env/resolver-reachable",
  on: "vantage",
  title: "The resolver answers",
  why: "Without a resolver nothing that stands in DNS can be looked at, whatever the domain publishes.",
  fix: "Name a resolver that this machine can reach with `--resolver ADDRESS`.",
  needs: { resolver: facts.resolver },
  verdicts: { answers: pass("{server} answers") },
  judge: ({ resolver: { answer } }, say) => say.answers({ server: answer.server }, records(answer)),
});
