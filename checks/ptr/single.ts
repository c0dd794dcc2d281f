import { defineCheck, facts, pass, records, warn } from "mailworthy";

export default defineCheck({
  id: "ptr/single",
  on: "sender",
  title: "Every sending address has one name",
  why: "Receivers look at one PTR record or at a few, and nobody can say at which.",
  fix: "Keep the PTR record with the name the mail server greets with, and remove the others.",
  refs: ["RFC 7208 §5.5"],
  needs: { ptr: facts.ptr },
  verdicts: {
    single: pass("{name}"),
    several: warn("{count} PTR records; receivers may look at any of them"),
    many: warn("{count} PTR records; receivers look at no more than 10"),
  },
  judge({ ptr: { answer, names } }, say) {
    const count = names.length;
    if (count > 10) return say.many({ count }, records(answer)); // RFC 7208 §4.6.4
    return count > 1 ? say.several({ count }, records(answer)) : say.single({ name: names[0]!.name }, records(answer));
  },
});
