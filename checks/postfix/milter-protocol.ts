import { defineCheck, facts, pass, settings, warn } from "mailworthy";

export default defineCheck({
  id: "postfix/milter-protocol",
  on: "postfix",
  title: "Milters speak the protocol of today",
  why: "An old version, from an old guide, switches off what newer milters need, and some break.",
  fix: "Take milter_protocol out of main.cf; 6 is the default.",
  refs: ["postconf(5) milter_protocol"],
  needs: { main: facts.postfixSettings("milter_protocol") },
  verdicts: {
    current: pass("milters speak protocol {version}"),
    old: warn("milters speak protocol {version}; today's is 6"),
  },
  judge({ main: { milter_protocol: protocol } }, say) {
    const version = protocol.value;
    // Words such as no_header_reply may stand beside it.
    if (!(Number.parseInt(version, 10) < 6)) return say.current({ version });
    return say.old({ version }, settings(protocol), { command: "postconf -X milter_protocol" });
  },
});
