import { certificates, defineCheck, facts, fail, pass, span, warn } from "mailworthy";

export default defineCheck({
  id: "cert/not-expired",
  on: "address",
  title: "The certificate is within its dates",
  why: "Senders that verify certificates, as MTA-STS asks them to, do not deliver to a host whose certificate has ended.",
  fix: "Renew the certificate and reload the mail server, which may still hold the old one.",
  refs: ["RFC 5280 §4.1.2.5", "RFC 8461 §4.2", "RFC 7672 §3.1.1"],
  needs: { certificate: facts.certificate, sts: facts.mtaStsMode, dane: facts.daneMode },
  verdicts: {
    current: pass("ends in {left}, on {date}"),
    ended: fail("ended {ago} ago, on {date}"),
    early: fail("begins in {left}, on {date}; no sender that verifies it can deliver until then"),
    unverified: warn("self-signed and outside its dates, {from} to {date}; no sender verifies it"),
    pinned: warn("outside its dates, {from} to {date}; senders that use DANE do not mind, others that verify it do"),
    unsure: warn("outside its dates, {from} to {date}; whether DANE stands in for them is not known"),
    issuer: warn("the certificate of its issuer, {issuer}, ended {ago} ago, on {date}"),
    refused: fail(
      "the certificate of its issuer, {issuer}, ended {ago} ago; senders that follow the MTA-STS policy do not deliver",
    ),
  },
  judge({ certificate, sts, dane }, say, { now }) {
    const { leaf, trust, issuers } = certificate;
    const evidence = certificates(certificate);
    const since = (iso: string): number => now.getTime() - Date.parse(iso);
    const [begun, ended] = [since(leaf.notBefore), since(leaf.notAfter)];
    const [from, date] = [day(leaf.notBefore), day(leaf.notAfter)];
    if ((begun < 0 || ended > 0) && !trust.ok && trust.problem === "self-signed")
      return say.unverified({ from, date }, evidence);
    if ((begun < 0 || ended > 0) && sts.mode !== "enforce") {
      if (dane.mode === "ee") return say.pinned({ from, date }, evidence, renewal); // RFC 7672 §3.1.1
      if (dane.mode === "unknown") return say.unsure({ from, date }, evidence, renewal);
    }
    if (ended > 0) return say.ended({ ago: span(ended), date }, evidence, renewal);
    if (begun < 0) return say.early({ left: span(-begun), date: from }, evidence);
    const old = issuers.find(({ notAfter }) => since(notAfter) > 0);
    if (!old) return say.current({ left: span(-ended), date }, evidence);
    const issuer = old.commonName ?? old.subject;
    const said = { issuer, ago: span(since(old.notAfter)), date: day(old.notAfter) };
    // RFC 8461 §4.2
    return sts.mode === "enforce" ? say.refused(said, evidence) : say.issuer(said, evidence);
  },
});

const renewal = {
  text: "Renew the certificate and reload the mail server; with certbot and Postfix:",
  command: "certbot renew --deploy-hook 'systemctl reload postfix'",
};

const day = (iso: string): string => iso.slice(0, 10);
