import { certificates, defineCheck, fail, facts, maybe, page, pass, span, warn, z } from "mailworthy";

const day = 86_400_000;

export default defineCheck({
  id: "bimi/cert-chain",
  on: "domain",
  title: "The certificate of the mark is valid for the domain",
  why: "Gmail and Apple show a logo only with a certificate that an authority for marks has issued for the domain.",
  fix: "Serve the PEM file as the authority sent it, and renew it before it ends.",
  refs: ["draft-fetch-validation-vmc-wchuang §5.1", "Mark Certificate Requirements §7.1"],
  role: "sends",
  options: z.strictObject({
    warn: z.number().positive().default(14).describe("days left at most for a warning"),
  }),
  needs: { evidence: facts.bimiEvidence, mark: maybe(facts.bimiCertificate) },
  verdicts: {
    valid: pass("issued by {issuer}, ends in {left}"),
    ending: warn("ends in {left}, on {date}; the logo goes with it"),
    unreachable: fail("{problem}; no certificate counts"),
    untrusted: fail("{problem}; no certificate counts from there"),
    empty: fail("no certificate in PEM at {url}"),
    unknown: fail("{problem}; it leads to no authority for marks"),
    expired: fail("ended {ago} ago, on {date}; the logo is not shown where a certificate is asked for"),
    early: fail("begins in {left}, on {date}; it does not count before"),
    purpose: fail("not for marks, but for {uses}"),
    name: fail("issued for {names}, not for {domain}"),
  },
  judge({ evidence: served, mark }, say, { subject, now, options }) {
    const { url, answer, missing } = served;
    if (!answer) return say.unreachable({ problem: missing });
    if (answer.problem !== undefined) return say.untrusted({ problem: answer.problem }, page(answer));
    if (answer.status !== 200)
      return say.unreachable({ problem: `HTTP ${answer.status} from ${answer.url}` }, page(answer));
    if (!mark) return say.empty({ url }, page(answer));
    const { leaf, trust, uses } = mark;
    const evidence = certificates(mark);
    const [begun, left] = [now.getTime() - Date.parse(leaf.notBefore), Date.parse(leaf.notAfter) - now.getTime()];
    const [from, date] = [leaf.notBefore.slice(0, 10), leaf.notAfter.slice(0, 10)];
    if (!trust.ok) return say.unknown({ problem: trust.text }, evidence);
    if (left < 0) return say.expired({ ago: span(-left), date }, evidence);
    if (begun < 0) return say.early({ left: span(-begun), date: from }, evidence);
    if (!mark.isForMarks) return say.purpose({ uses: uses.length > 0 ? uses : "nothing that it says" }, evidence);
    const domains = [subject.domain, mark.domain].flatMap((domain) => [domain, `default._bimi.${domain}`]);
    if (!leaf.names.some((name) => domains.includes(name)))
      return say.name({ names: leaf.names.length > 0 ? leaf.names : "no name", domain: subject.domain }, evidence);
    if (left < options.warn * day) return say.ending({ left: span(left), date }, evidence);
    return say.valid({ issuer: leaf.issuer, left: span(left) }, evidence);
  },
});
