import { defineCheck, fail, facts, pass, records, warn } from "mailworthy";

export default defineCheck({
  id: "ptr/valid-hostname",
  on: "sender",
  title: "The name of every sending address is a host name",
  why: "Mail servers take an address with a broken name for one without any, and reject it.",
  fix: "Have the PTR record set to a full host name of letters, digits and hyphens.",
  refs: ["RFC 1123 §2.1", "RFC 5321 §2.3.5"],
  needs: { ptr: facts.ptr },
  verdicts: {
    valid: pass("{names}"),
    underscore: warn("{name} has an underscore; some receivers take it for no name"),
    address: fail("{name} is an address, not a name"),
    localhost: fail("{name} names the receiver's own machine"),
    short: fail("{name} has one label; it is not a full name"),
    malformed: fail("{name} is not a host name"),
  },
  judge({ ptr: { answer, names } }, say) {
    const found = names.flatMap(({ name, form }) => {
      if (form === "host-name") return [];
      return [say[form === "single-label" ? "short" : form]({ name }, records(answer))];
    });
    return found.length > 0 ? found : say.valid({ names: names.map(({ name }) => name) }, records(answer));
  },
});
