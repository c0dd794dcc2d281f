import { certificates, defineCheck, fail, facts, pass, warn } from "mailworthy";

export default defineCheck({
  id: "cert/self-signed",
  on: "address",
  title: "The certificate is issued by an authority",
  why: "A self-signed certificate still keeps listeners out, but a sender cannot tell the host from an impostor, unless DANE vouches for it.",
  fix: "Get a certificate from an authority that mail programs know; several issue them at no cost.",
  refs: ["RFC 7435 §3", "RFC 8461 §4.2", "RFC 7672 §3.1.1"],
  needs: { certificate: facts.certificate, sts: facts.mtaStsMode, dane: facts.daneMode },
  verdicts: {
    issued: pass("{issuer}"),
    pinned: pass("self-signed, and DANE vouches for it"),
    self: warn("self-signed; senders that verify certificates do not deliver, unless DANE vouches for it"),
    refused: fail("self-signed; senders that follow the MTA-STS policy do not deliver"),
  },
  judge({ certificate, sts, dane }, say) {
    const { leaf, trust } = certificate;
    const evidence = certificates(certificate);
    if (trust.ok || trust.problem !== "self-signed") return say.issued({ issuer: leaf.issuer }, evidence);
    if (sts.mode === "enforce") return say.refused({}, evidence); // RFC 8461 §4.2
    return dane.mode === "ee" ? say.pinned({}, evidence) : say.self({}, evidence);
  },
});
