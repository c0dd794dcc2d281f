import { defineCheck, fail, facts, type Finding, pass, records } from "mailworthy";

export default defineCheck({
  id: "dkim/weak-key-fingerprint",
  on: "selector",
  title: "The DKIM key is none of those that are known to be weak",
  why: "Whoever can find the private half of a key signs in the name of the domain.",
  fix: "Make a new key with a current version of OpenSSL, publish it at a new selector, and revoke this one.",
  refs: ["RFC 8017 §3.1", "CVE-2017-15361", "CVE-2022-26320"],
  needs: { dkim: facts.dkimWeaknesses },
  verdicts: {
    rsa: pass("e={exponent}, no small or close factors, no ROCA; keys of Debian's fault of 2008 are not known here"),
    other: pass("{type}, and not a key whose private half was published"),
    published: fail("private half is printed in {where}; anybody can sign with this key"),
    one: fail("exponent is 1; anybody can sign with this key"),
    even: fail("exponent is {exponent}, an even number; no signature with this key holds"),
    small: fail("modulus is divisible by {factor}; the key was damaged on its way, or can be broken"),
    close: fail("factors of the modulus are found in {steps} steps; anybody can work out the private key"),
    roca: fail("made by a chip of CVE-2017-15361 (ROCA); the private key can be worked out"),
  },
  judge({ dkim: { answer, type, publishedIn, exponent, weaknesses } }, say) {
    const evidence = records(answer);
    if (publishedIn !== null) return say.published({ where: publishedIn }, evidence);
    if (exponent === null) return say.other({ type }, evidence);
    if (weaknesses.length === 0) return say.rsa({ exponent }, evidence);
    return weaknesses.map((found): Finding => {
      switch (found.kind) {
        case "exponent-one":
          return say.one({}, evidence);
        case "exponent-even":
          return say.even({ exponent }, evidence);
        case "small-factor":
          return say.small({ factor: found.factor }, evidence);
        case "close-factors":
          return say.close({ steps: found.steps }, evidence);
        default:
          return say.roca({}, evidence);
      }
    });
  },
});
