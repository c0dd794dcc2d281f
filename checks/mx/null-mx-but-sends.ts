import { defineCheck, fail, facts, maybe, pass, records } from "mailworthy";

export default defineCheck({
  id: "mx/null-mx-but-sends",
  on: "domain",
  title: "A domain that sends mail can also be answered",
  why: "Receivers reject mail from a domain that takes none, since no bounce or reply can ever reach it.",
  fix: "Publish an MX record for the domain that mail is sent from, or send from another.",
  refs: ["RFC 7505 §4.2", "Yahoo sender best practices"],
  role: "sends",
  needs: { mx: facts.mx, nullMx: maybe(facts.nullMx) },
  verdicts: {
    answerable: pass("no null MX"),
    refusing: fail("a null MX, though the domain sends; receivers reject mail that cannot be answered"),
  },
  judge: ({ mx, nullMx }, say) =>
    nullMx && nullMx.others.length === 0
      ? say.refusing({}, records(mx.answer))
      : say.answerable({}, records(mx.answer)),
});
