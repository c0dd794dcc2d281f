import { defineCheck, fail, facts, pass, records } from "mailworthy";

export default defineCheck({
  id: "mx/target-not-cname",
  on: "host",
  title: "No MX record points at an alias",
  why: "An exchange must own its addresses; some senders refuse an alias, others loop or lose mail at it.",
  fix: "Put the name that the alias stands for into the MX record.",
  refs: ["RFC 2181 §10.3", "RFC 5321 §5.1"],
  role: "receives",
  needs: { host: facts.hostName, alias: facts.alias, mx: facts.mx },
  verdicts: {
    own: pass("owns its addresses"),
    alias: fail("an alias of {target}; an exchange must not be one"),
  },
  judge({ alias: { answer, target }, mx }, say, { subject }) {
    if (target === null) return say.own({}, records(answer));
    const at = mx.exchanges.find(({ exchange }) => exchange === subject.name);
    const fix = at && { from: `MX ${at.preference} ${subject.name}.`, to: `MX ${at.preference} ${target}.` };
    return say.alias({ target }, records(answer), fix);
  },
});
