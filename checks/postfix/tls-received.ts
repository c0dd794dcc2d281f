import { defineCheck, facts, pass, postconf, settings, warn } from "mailworthy";

export default defineCheck({
  id: "postfix/tls-received",
  on: "postfix",
  title: "Received lines say how mail came in",
  why: "A Received line with protocol and cipher is the only proof, later on, that a message was encrypted on its way.",
  fix: "Set smtpd_tls_received_header to yes.",
  needs: { main: facts.postfixSettings("smtpd_tls_received_header") },
  verdicts: {
    on: pass("Received lines name protocol and cipher"),
    off: warn("Received lines do not say whether TLS was used"),
  },
  judge({ main: { smtpd_tls_received_header: header } }, say) {
    if (header.value === "yes") return say.on();
    return say.off({}, settings(header), { command: postconf(header.name, "yes") });
  },
});
