import { certificates, defineCheck, facts, fail, pass } from "mailworthy";

export default defineCheck({
  id: "cert/signature-alg",
  on: "address",
  title: "The certificates are signed with a sound hash",
  why: "Signatures over MD5 and SHA-1 can be forged, so nothing of today verifies a certificate that rests on one.",
  fix: "Get a new certificate; every public authority has signed with SHA-256 or better since 2016.",
  refs: ["CA/Browser Forum Baseline Requirements §7.1.3.2", "RFC 9155 §2"],
  needs: { certificate: facts.issuedCertificate },
  verdicts: {
    sound: pass("{algorithms}"),
    weak: fail("{subject} is signed with {algorithm}; nothing of today verifies it"),
  },
  judge({ certificate }, say) {
    const { leaf, issuers } = certificate;
    const evidence = certificates(certificate);
    const signed = [leaf, ...issuers];
    const weak = signed.find(({ signature }) => /md[245]|sha-?1(?!\d)/i.test(signature));
    if (weak) return say.weak({ subject: weak.commonName ?? weak.subject, algorithm: weak.signature }, evidence);
    return say.sound({ algorithms: [...new Set(signed.map(({ signature }) => signature))] }, evidence);
  },
});
