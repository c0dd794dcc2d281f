import { certificates, defineCheck, fail, facts, pass, warn } from "mailworthy";

export default defineCheck({
  id: "cert/trust-chain",
  on: "address",
  title: "The certificate leads to a public root",
  why: "Most senders encrypt without verifying, but those that follow MTA-STS refuse a host that no public root vouches for.",
  fix: "Get a certificate from a public authority, and serve it with the intermediates it came with.",
  refs: ["RFC 8461 §4.2", "RFC 5280 §6.1", "RFC 7672 §3.1"],
  needs: { trust: facts.trust, sts: facts.mtaStsMode, dane: facts.daneMode },
  verdicts: {
    trusted: pass("{root}"),
    pinned: pass("{problem}, and DANE vouches for it"),
    unknown: warn("{problem}; senders that verify it do not deliver"),
    broken: warn("{problem}; nothing can verify it"),
    refused: fail("{problem}; senders that follow the MTA-STS policy do not deliver"),
  },
  judge({ trust, sts, dane }, say) {
    const evidence = certificates(trust);
    if (trust.ok) return say.trusted({ root: trust.root }, evidence);
    const said = { problem: trust.text };
    if (sts.mode === "enforce") return say.refused(said, evidence); // RFC 8461 §4.2
    if (dane.mode === "ee" || (dane.mode === "ta" && trust.problem === "untrusted-root"))
      return say.pinned(said, evidence);
    return trust.problem === "untrusted-root" ? say.unknown(said, evidence) : say.broken(said, evidence);
  },
});
