import { defineCheck, fail, facts, pass, warn } from "mailworthy";

export default defineCheck({
  id: "mx/target-is-hostname",
  on: "host",
  title: "Each MX record holds the name of a host",
  why: "Senders look the exchange up as a name, so an address or a broken name in its place leads nowhere.",
  fix: "Give the host a name with an address record, and put that name into the MX record.",
  refs: ["RFC 5321 §2.3.5", "RFC 1035 §3.3.9"],
  role: "receives",
  needs: { host: facts.hostNameForm },
  verdicts: {
    name: pass("a host name"),
    underscore: warn("an underscore in the name; some senders refuse it"),
    address: fail("an address in place of a name; senders look it up as a name and find nothing"),
    localhost: fail("the sender's own machine; mail loops there"),
    short: fail("a name of one label; outside the zone it names nothing"),
    malformed: fail("not a host name; senders cannot use it"),
  },
  judge({ host: { form } }, say) {
    switch (form) {
      case "host-name":
        return say.name();
      case "single-label":
        return say.short();
      default:
        return say[form]();
    }
  },
});
