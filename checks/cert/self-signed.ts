import { certificates, defineCheck, fail, facts, pass, warn } from "mailworthy";

export default defineCheck({
  id: "cert/self-signed",
  on: "address",
  title: "The certificate is issued by an authority",
  why: "A self-signed certificate still keeps listeners out, but a sender cannot tell the host from an impostor, unless DANE vouches for it.",
  fix: "Get a certificate from an authority that mail programs know; several issue them at no cost.",
  refs: ["RFC 7435 §3", "RFC 8461 §4.2"],
  needs: { certificate: facts.certificate, sts: facts.mtaStsMode },
  verdicts: {
    issued: pass("{issuer}"),
    self: warn("self-signed; senders that verify certificates do not deliver, unless DANE vouches for it"),
    refused: fail("self-signed; senders that follow the MTA-STS policy do not deliver"),
  },
  judge({ certificate, sts }, say) {
    const { leaf, trust } = certificate;
    const evidence = certificates(certificate);
    if (trust.ok || trust.problem !== "self-signed") return say.issued({ issuer: leaf.issuer }, evidence);
    return sts.mode === "enforce" ? say.refused({}, evidence) : say.self({}, evidence); // RFC 8461 §4.2
  },
});
