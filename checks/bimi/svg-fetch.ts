import { counted, defineCheck, fail, facts, page, pass, warn } from "mailworthy";

export default defineCheck({
  id: "bimi/svg-fetch",
  on: "domain",
  title: "The logo can be fetched",
  why: "Mailbox providers show nothing where they cannot fetch the logo, or where it is more than they take.",
  fix: "Serve the logo over HTTPS as image/svg+xml, at the place that the record names, in at most 32 KB.",
  refs: ["draft-brand-indicators §7.5", "draft-brand-indicators §7.6"],
  role: "sends",
  needs: { logo: facts.bimiLogo },
  verdicts: {
    fetched: pass("{size} from {url}"),
    redirected: warn("{url} leads to {target}; not every provider follows"),
    unreachable: fail("{problem}; no logo is shown"),
    untrusted: fail("{problem}; no provider takes a logo from there"),
    status: fail("HTTP {status} from {url}; no logo is shown"),
    type: fail("{type} in place of image/svg+xml; no logo is shown"),
    long: fail("{size}, more than 32 KB; no logo is shown"),
  },
  judge({ logo }, say) {
    const { url, answer, missing, passed, most } = logo;
    if (!answer) return say.unreachable({ problem: missing });
    const evidence = page(answer);
    const { status, headers, body, cut, problem } = answer;
    const type = headers["content-type"] ?? "no content type";
    const size = cut ? `more than ${counted(body.length, "octet")}` : counted(body.length, "octet");
    if (problem !== undefined) return say.untrusted({ problem }, evidence);
    if (status !== 200) return say.status({ status, url: answer.url }, evidence);
    if (!/^image\/svg\+xml *(?:;|$)/i.test(type)) return say.type({ type }, evidence);
    if (cut || body.length > most) return say.long({ size }, evidence);
    if (passed.length > 0) return say.redirected({ url, target: answer.url }, evidence);
    return say.fetched({ size, url }, evidence);
  },
});
