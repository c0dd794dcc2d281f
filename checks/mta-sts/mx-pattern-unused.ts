import { abridged, coversHost, defineCheck, facts, page, pass, warn } from "mailworthy";

export default defineCheck({
  id: "mta-sts/mx-pattern-unused",
  on: "domain",
  title: "The MTA-STS policy names no host that is gone",
  why: "Whoever comes by the name of a host that is gone can pose as a mail host of the domain.",
  fix: "Take the lines of hosts that are gone for good out of the policy, then change the id in the record.",
  refs: ["RFC 8461 §4.1"],
  role: "receives",
  needs: { sts: facts.mtaStsDemands, hosts: facts.mailHosts },
  verdicts: {
    used: pass("every line matches a mail host"),
    unused: warn("no mail host of today matches {patterns}"),
  },
  judge({ sts: { answer, mx }, hosts }, say) {
    const unused = mx.filter((pattern) => !hosts.some((host) => coversHost(pattern, host)));
    const evidence = page(answer, true);
    if (unused.length === 0) return say.used({}, evidence);
    return say.unused({ patterns: abridged(unused) }, evidence, { from: `mx: ${unused[0]!}` });
  },
});
