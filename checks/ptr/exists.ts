import { defineCheck, fail, facts, pass, records } from "mailworthy";

export default defineCheck({
  id: "ptr/exists",
  on: "sender",
  title: "Every sending address has a name",
  why: "Large receivers reject or junk mail from an address without a PTR record.",
  fix: "Have the provider of the address set its PTR record to the name the mail server greets with.",
  refs: ["Google sender guidelines", "Yahoo sender best practices", "RFC 1912 §2.1"],
  needs: { reverse: facts.reverse },
  verdicts: {
    exists: pass("{names}"),
    none: fail("no PTR record; large receivers reject mail from the address"),
  },
  judge: ({ reverse: { answer, names } }, say) =>
    names.length > 0 ? say.exists({ names }, records(answer)) : say.none({}, records(answer)),
});
