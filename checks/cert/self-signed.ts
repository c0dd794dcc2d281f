import { certificates, defineCheck, facts, pass, warn } from "mailworthy";

export default defineCheck({
  id: "cert/self-signed",
  on: "address",
  title: "The certificate is issued by an authority",
  why: "A self-signed certificate still keeps listeners out, but a sender cannot tell the host from an impostor, unless DANE vouches for it.",
  fix: "Get a certificate from an authority that mail programs know; several issue them at no cost.",
  refs: ["RFC 7435 §3", "RFC 8461 §4.2"],
  needs: { certificate: facts.certificate },
  verdicts: {
    issued: pass("{issuer}"),
    self: warn("self-signed; senders that verify certificates do not deliver, unless DANE vouches for it"),
  },
  judge({ certificate }, say) {
    const { leaf, trust } = certificate;
    const evidence = certificates(certificate);
    return !trust.ok && trust.problem === "self-signed"
      ? say.self({}, evidence)
      : say.issued({ issuer: leaf.issuer }, evidence);
  },
});
