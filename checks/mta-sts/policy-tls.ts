import { certificates, defineCheck, fail, facts, pass } from "mailworthy";

export default defineCheck({
  id: "mta-sts/policy-tls",
  on: "domain",
  title: "The policy host has a certificate that senders can verify",
  why: "The policy is as good as the certificate it comes under; senders do not take one from a host that they cannot verify.",
  fix: "Get a certificate from a public authority that has mta-sts below the domain among its DNS names.",
  refs: ["RFC 8461 §3.3"],
  role: "receives",
  needs: { served: facts.mtaStsServed },
  verdicts: {
    verified: pass("verified to {root}"),
    broken: fail("{problem}; senders do not take the policy"),
  },
  judge({ served }, say) {
    const { url, ip, tls, problem } = served;
    const evidence = certificates({ host: new URL(url).host, ip, chain: tls.chain });
    if (problem !== undefined) return say.broken({ problem }, evidence);
    return say.verified({ root: tls.trust.ok ? tls.trust.root : tls.trust.text }, evidence);
  },
});
