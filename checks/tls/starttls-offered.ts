import { defineCheck, facts, fail, pass, transcript } from "mailworthy";

export default defineCheck({
  id: "tls/starttls-offered",
  on: "address",
  title: "The mail host offers STARTTLS",
  why: "Without it mail crosses the internet in the clear, and senders that insist on TLS cannot deliver at all.",
  fix: "Give the mail server a certificate and turn on TLS for incoming mail; in Postfix, smtpd_tls_security_level.",
  refs: ["RFC 3207 §4", "CISA BOD 18-01"],
  needs: { hello: facts.hello },
  verdicts: {
    offered: pass("STARTTLS is offered"),
    missing: fail("STARTTLS is not among what {verb} lists; mail comes in the clear"),
    masked: fail("{keyword} stands where STARTTLS should; a firewall masks it, so mail comes in the clear"),
  },
  judge({ hello }, say) {
    const { verb, keywords } = hello;
    const evidence = transcript(hello);
    if ("STARTTLS" in keywords) return say.offered({}, evidence);
    const keyword = Object.keys(keywords).find((word) => /^X{7}/.test(word)); // as Cisco's inspection rewrites it
    if (keyword !== undefined) return say.masked({ keyword }, evidence, { text: firewall });
    return say.missing({ verb }, evidence, { command: "postconf -e smtpd_tls_security_level=may" });
  },
});

const firewall = "Turn off the SMTP inspection (fixup) of the firewall in front of the host.";
