import { certificates, counted, defineCheck, fail, facts, pass, starttlsCommand, warn } from "mailworthy";

export default defineCheck({
  id: "cert/chain-complete",
  on: "address",
  title: "The mail host sends its certificate with every intermediate",
  why: "A browser may fetch a missing intermediate, a mail server does not, and so it cannot verify the certificate.",
  fix: "Serve the file that holds the certificate and the intermediates, such as fullchain.pem.",
  refs: ["RFC 8446 §4.4.2", "RFC 8461 §4.2", "RFC 7672 §3.1.1"],
  needs: { certificate: facts.issuedCertificate, sts: facts.mtaStsMode, dane: facts.daneMode },
  verdicts: {
    complete: pass("{count} sent"),
    pinned: pass("{count} sent, and {issuer} is not among them; DANE vouches for what is sent"),
    incomplete: warn(
      "{count} sent, and {issuer} is neither among them nor a known root; senders that verify it do not deliver",
    ),
    refused: fail(
      "{count} sent, and {issuer} is neither among them nor a known root; senders that follow the MTA-STS policy do not deliver",
    ),
  },
  judge({ certificate, sts, dane }, say, { subject }) {
    const { chain, issuers, leaf, trust } = certificate;
    const count = counted(chain.length, "certificate");
    const evidence = certificates(certificate);
    if (trust.ok || trust.problem !== "incomplete") return say.complete({ count }, evidence);
    const { issuer } = issuers.at(-1) ?? leaf;
    const fix = { command: starttlsCommand(subject.host, subject.name, "-showcerts") };
    if (sts.mode === "enforce") return say.refused({ count, issuer }, evidence, fix); // RFC 8461 §4.2
    return dane.mode === "ee" || dane.mode === "ta"
      ? say.pinned({ count, issuer }, evidence)
      : say.incomplete({ count, issuer }, evidence, fix);
  },
});
