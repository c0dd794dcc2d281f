import { defineCheck, facts, pass, records, warn } from "mailworthy";

export default defineCheck({
  id: "ptr/not-generic",
  on: "sender",
  title: "The name of every sending address was chosen for it",
  why: "A name made up by the provider looks like a home line or an infected machine, and receivers trust it less.",
  fix: "Have the provider set the PTR record to a name of your own, such as mail.example.com.",
  refs: ["Yahoo sender best practices"],
  needs: { ptr: facts.ptr },
  verdicts: {
    chosen: pass("{name}"),
    generic: warn("{name} {signs}; receivers take it for a line that sends no mail"),
  },
  judge({ ptr: { answer, names } }, say) {
    const chosen = names.find(({ signs }) => signs.length === 0);
    if (chosen) return say.chosen({ name: chosen.name }, records(answer));
    return names.map(({ name, signs }) => say.generic({ name, signs }, records(answer)));
  },
});
