import { defineCheck, facts, fail, pass } from "mailworthy";

export default defineCheck({
  id: "port/25-open",
  on: "address",
  title: "Every address of a mail host takes connections on port 25",
  why: "Senders try each address in turn, and a closed one delays mail or sends it back.",
  fix: "Have the mail server listen on the address, open port 25 in the firewall, or withdraw the address from DNS.",
  refs: ["RFC 5321 §4.5.4.2"],
  role: "receives",
  needs: { port: facts.port25 },
  verdicts: {
    open: pass("port 25 is open"),
    refused: fail("port 25 refuses connections; mail waits or goes back"),
  },
  judge: ({ port: { outcome } }, say) => say[outcome](),
});
