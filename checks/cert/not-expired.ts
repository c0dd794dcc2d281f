import { certificates, defineCheck, facts, fail, pass, span, warn } from "mailworthy";

export default defineCheck({
  id: "cert/not-expired",
  on: "address",
  title: "The certificate is within its dates",
  why: "Senders that verify certificates, as MTA-STS asks them to, do not deliver to a host whose certificate has ended.",
  fix: "Renew the certificate and reload the mail server, which may still hold the old one.",
  refs: ["RFC 5280 §4.1.2.5", "RFC 8461 §4.2"],
  needs: { certificate: facts.certificate },
  verdicts: {
    current: pass("ends in {left}, on {date}"),
    ended: fail("ended {ago} ago, on {date}"),
    early: fail("begins in {left}, on {date}; no sender that verifies it can deliver until then"),
    unverified: warn("self-signed and outside its dates, {from} to {date}; no sender verifies it"),
    issuer: warn("the certificate of its issuer, {issuer}, ended {ago} ago, on {date}"),
  },
  judge({ certificate }, say, { now }) {
    const { leaf, trust, issuers } = certificate;
    const evidence = certificates(certificate);
    const [from, until] = [Date.parse(leaf.notBefore), Date.parse(leaf.notAfter)];
    const [begins, date] = [day(leaf.notBefore), day(leaf.notAfter)];
    const outside = now.getTime() < from || now.getTime() > until;
    if (outside && !trust.ok && trust.problem === "self-signed")
      return say.unverified({ from: begins, date }, evidence);
    if (now.getTime() > until) return say.ended({ ago: span(now.getTime() - until), date }, evidence, renewal);
    if (outside) return say.early({ left: span(from - now.getTime()), date: begins }, evidence);
    const old = issuers.find(({ notAfter }) => now.getTime() > Date.parse(notAfter));
    if (!old) return say.current({ left: span(until - now.getTime()), date }, evidence);
    const ago = span(now.getTime() - Date.parse(old.notAfter));
    return say.issuer({ issuer: old.commonName ?? old.subject, ago, date: day(old.notAfter) }, evidence);
  },
});

const renewal = {
  text: "Renew the certificate and reload the mail server; with certbot and Postfix:",
  command: "certbot renew --deploy-hook 'systemctl reload postfix'",
};

const day = (iso: string): string => iso.slice(0, 10);
