import { defineCheck, facts, pass, records, warn } from "mailworthy";

export default defineCheck({
  id: "helo/matches-ptr",
  on: "sender",
  title: "A sending server introduces itself by the name of its address",
  why: "Filters count a name of its own against a client, though they must not reject mail for that alone.",
  fix: "Set the PTR record to the name the mail server has, or the mail server's name to the PTR record's.",
  refs: ["RFC 5321 §4.1.4"],
  needs: { helo: facts.heloPointers },
  verdicts: {
    matches: pass("{name}"),
    other: warn("greets as {name}, while its address is named {names}; filters count that against it"),
  },
  judge({ helo: { name, names, answer } }, say) {
    return names.includes(name) ? say.matches({ name }, records(answer)) : say.other({ name, names }, records(answer));
  },
});
