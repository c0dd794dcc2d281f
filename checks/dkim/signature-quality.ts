import { defineCheck, fail, facts, pass, warn } from "mailworthy";

export default defineCheck({
  id: "dkim/signature-quality",
  on: "message",
  title: "The signatures cover what readers see",
  why: "What a signature leaves out can be changed or added on the way, and receivers distrust weak ones.",
  fix: "Sign the whole body and the fields that readers see, with rsa-sha256 or ed25519-sha256.",
  refs: ["RFC 6376 §5.4", "RFC 8301 §3.1", "RFC 8058 §4"],
  needs: { found: facts.messageSignatures, fields: facts.messageFieldCounts },
  verdicts: {
    sound: pass("{count} signatures, From covered by each"),
    fromUnsigned: fail("the signature of {domain} does not cover From; receivers ignore it"),
    sha1: fail("the signature of {domain} is made with {algorithm}; receivers must not count it"),
    partial: warn("the signature of {domain} covers the first {length} octets of the body (l=); anybody can add more"),
    uncovered: warn("the signature of {domain} does not cover {fields}; they can be changed on the way"),
    faulty: fail("the signature of {domain} cannot be used: {faults}"),
  },
  judge({ found: { signatures }, fields }, say) {
    const there = new Set(fields.map(({ key }) => key));
    const said = signatures.flatMap(({ signature }) => {
      const { domain: named, algorithm, signed, length, faults } = signature;
      const domain = named || "a signer without d=";
      if (faults.length > 0) return [say.faulty({ domain, faults })];
      const missing = seen.filter((key) => there.has(key) && !signed.includes(key));
      return [
        ...(signed.includes("from") ? [] : [say.fromUnsigned({ domain })]),
        ...(algorithm.endsWith("-sha1") ? [say.sha1({ domain, algorithm })] : []),
        ...(length === null ? [] : [say.partial({ domain, length })]),
        ...(missing.length > 0 ? [say.uncovered({ domain, fields: missing })] : []),
      ];
    });
    return said.length > 0 ? said : say.sound({ count: signatures.length });
  },
});

/** What readers see, or press, of those that should be covered (RFC 6376 §5.4.1). */
const seen = ["subject", "date", "to", "list-unsubscribe", "list-unsubscribe-post"];
