import { defineCheck, facts, pass } from "mailworthy";

export default defineCheck({
  id: "mx/nolisting",
  on: "domain",
  title: "It is told whether the first mail host is closed on purpose",
  why: "A closed first host keeps away senders that do not try again, and delays the mail of all others.",
  fix: "Open the host, or take out its MX record, unless it is closed on purpose.",
  refs: ["RFC 5321 §5.1"],
  role: "receives",
  needs: { first: facts.firstExchange },
  verdicts: {
    open: pass("{host} takes connections"),
    closed: pass("{host} refuses connections, and {next} takes them, as where the first is closed on purpose"),
  },
  judge: ({ first: { first: host, open, next } }, say) =>
    open || next === null ? say.open({ host }) : say.closed({ host, next }),
});
