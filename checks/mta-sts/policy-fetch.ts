import { command, defineCheck, fail, facts, maybe, page, pass } from "mailworthy";

export default defineCheck({
  id: "mta-sts/policy-fetch",
  on: "domain",
  title: "The MTA-STS policy can be fetched",
  why: "A record without a policy protects nothing: senders that cannot fetch one act as if there were none.",
  fix: "Serve the policy over HTTPS, without a redirect, at the place that is shown.",
  refs: ["RFC 8461 §3.3"],
  role: "receives",
  needs: { sts: facts.mtaStsPage, hosts: maybe(facts.mailHosts) },
  verdicts: {
    fetched: pass("{url}"),
    unreachable: fail("{problem}; senders find no policy"),
    redirect: fail("HTTP {status} leads to {location}; senders must not follow it, so they find no policy"),
    status: fail("HTTP {status} from {url}; senders find no policy"),
    long: fail("more than 64 KB at {url}; senders take that for no policy"),
  },
  judge({ sts, hosts }, say) {
    const { url, answer, missing } = sts;
    const lines = ["version: STSv1", "mode: testing", ...(hosts ?? []).map((host) => `mx: ${host}`), "max_age: 604800"];
    const fix = {
      text: `Serve this as ${url}; go on to mode enforce when the reports show no failures.`,
      command: `${command("printf", "%s\\n", ...lines)} > mta-sts.txt`,
    };
    if (!answer) return say.unreachable({ problem: missing }, [], fix);
    const { status, headers, cut } = answer;
    const evidence = page(answer);
    const location = headers["location"];
    if (status >= 300 && status < 400 && location !== undefined) return say.redirect({ status, location }, evidence);
    if (status !== 200) return say.status({ status, url }, evidence, fix);
    return cut ? say.long({ url }, evidence) : say.fetched({ url }, page(answer, true));
  },
});
