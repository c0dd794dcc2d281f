import { defineCheck, facts, page, pass, warn } from "mailworthy";

export default defineCheck({
  id: "mta-sts/policy-content-type",
  on: "domain",
  title: "The MTA-STS policy is served as plain text",
  why: "Senders may discard a policy that comes as anything but text/plain, for fear of what users can upload to a web host.",
  fix: "Have the web server send the policy as text/plain.",
  refs: ["RFC 8461 §3.2"],
  role: "receives",
  needs: { sts: facts.mtaStsPolicy },
  verdicts: {
    plain: pass("{type}"),
    other: warn("{type} in place of text/plain; senders may discard the policy"),
    none: warn("no content type in place of text/plain; senders may discard the policy"),
  },
  judge({ sts: { answer } }, say) {
    const evidence = page(answer);
    const type = answer.headers["content-type"] ?? "";
    if (type === "") return say.none({}, evidence);
    return /^text\/plain *(?:;|$)/i.test(type) ? say.plain({ type }, evidence) : say.other({ type }, evidence);
  },
});
