import { defineCheck, facts, pass, records } from "mailworthy";

export default defineCheck({
  id: "dnsbl/refused",
  on: "list",
  title: "Each blocklist answers this resolver",
  why: "Many lists refuse public and busy resolvers, and a refusal says nothing about who is listed.",
  fix: "Ask through a resolver of your own, or with a key from the list.",
  needs: { access: facts.listAccess },
  verdicts: { answers: pass("answers this resolver") },
  judge: ({ access: { answers } }, say) => say.answers({}, answers.map(records)),
});
