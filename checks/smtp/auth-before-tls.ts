import { defineCheck, facts, fail, pass, transcript } from "mailworthy";

/** Mechanisms that hand over the password itself. */
const plaintext: readonly string[] = ["PLAIN", "LOGIN"];

export default defineCheck({
  id: "smtp/auth-before-tls",
  on: "address",
  title: "No password is asked for before TLS",
  why: "A mail program that takes the offer sends its user's password in the clear, for anyone on the way to read.",
  fix: "Offer AUTH inside TLS only, and on the submission ports; in Postfix, smtpd_tls_auth_only.",
  refs: ["RFC 4954 §4", "RFC 8314 §4.1"],
  needs: { hello: facts.hello },
  verdicts: {
    none: pass("no AUTH in the clear"),
    hashed: pass("AUTH {mechanisms} in the clear; no password is sent as such"),
    plain: fail("AUTH {mechanisms} in the clear; passwords can be read on the way"),
  },
  judge({ hello }, say) {
    const mechanisms = (hello.keywords["AUTH"] ?? "").toUpperCase().split(/\s+/).filter(Boolean);
    const evidence = transcript(hello);
    if (mechanisms.length === 0) return say.none();
    if (!mechanisms.some((mechanism) => plaintext.includes(mechanism))) return say.hashed({ mechanisms }, evidence);
    return say.plain({ mechanisms }, evidence, { command: "postconf -e smtpd_tls_auth_only=yes" });
  },
});
