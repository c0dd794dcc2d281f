import { certificates, defineCheck, fail, facts, pass, warn } from "mailworthy";

export default defineCheck({
  id: "mta-sts/mx-cert",
  on: "address",
  title: "The mail host's certificate is one that the MTA-STS policy lets pass",
  why: "Senders that follow the policy do not deliver to a host whose certificate they cannot verify.",
  fix: "Mend the certificate as its own checks say, and until then set the policy to mode testing.",
  refs: ["RFC 8461 §4.2"],
  role: "receives",
  needs: { sts: facts.mtaStsDemands, certificate: facts.certificateProblems },
  verdicts: {
    verified: pass("senders that follow the policy can verify it"),
    refused: fail("{problems}; senders that follow the policy do not deliver"),
    untested: warn("{problems}; senders would not deliver, were the policy enforced"),
  },
  judge({ sts, certificate }, say) {
    const evidence = certificates(certificate);
    if (certificate.problems.length === 0) return say.verified({}, evidence);
    const problems = certificate.problems.join("; ");
    return sts.mode === "enforce" ? say.refused({ problems }, evidence) : say.untested({ problems }, evidence);
  },
});
