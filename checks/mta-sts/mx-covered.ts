import { abridged, coversHost, defineCheck, fail, facts, page, pass, warn } from "mailworthy";

export default defineCheck({
  id: "mta-sts/mx-covered",
  on: "domain",
  title: "The MTA-STS policy names every mail host",
  why: "Senders that follow the policy do not deliver to a host that it leaves out.",
  fix: "Add a line for each missing host to the policy, then change the id in the record.",
  refs: ["RFC 8461 §4.1"],
  role: "receives",
  needs: { sts: facts.mtaStsDemands, hosts: facts.mailHosts },
  verdicts: {
    covered: pass("{hosts}"),
    missing: fail("{hosts} left out; senders that follow the policy do not deliver there"),
    untested: warn("{hosts} left out; senders would not deliver there, were the policy enforced"),
  },
  judge({ sts: { answer, mode, mx }, hosts }, say) {
    const evidence = page(answer, true);
    const missing = hosts.filter((host) => !mx.some((pattern) => coversHost(pattern, host)));
    if (missing.length === 0) return say.covered({ hosts: abridged(hosts) }, evidence);
    const said = { hosts: abridged(missing) };
    const fix = {
      text: `Add a line for each to ${answer.url}, such as this, then change the id.`,
      to: `mx: ${missing[0]!}`,
    };
    return mode === "enforce" ? say.missing(said, evidence, fix) : say.untested(said, evidence, fix);
  },
});
