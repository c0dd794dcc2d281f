import { defineCheck, facts, pass, warn } from "mailworthy";

export default defineCheck({
  id: "msg/tls-in-received",
  on: "message",
  title: "The message came by TLS",
  why: "Gmail defers or rejects mail that comes in clear text (4.7.29, 5.7.29), and anybody on the way can read it.",
  fix: "Turn on TLS for outgoing mail in the server that sends: `smtp_tls_security_level = may` in Postfix.",
  refs: ["RFC 3848", "Google sender guidelines"],
  needs: { hop: facts.messageTransport },
  verdicts: {
    encrypted: pass("{ip} delivered it by {protocol}"),
    clear: warn("{ip} delivered it by {protocol}, without TLS; Gmail refuses such mail"),
  },
  judge({ hop: { ip, protocol, tls } }, say) {
    return tls
      ? say.encrypted({ ip, protocol })
      : say.clear({ ip, protocol }, undefined, { command: "postconf -e smtp_tls_security_level=may" });
  },
});
