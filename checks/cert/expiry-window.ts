import { certificates, defineCheck, facts, fail, pass, span, warn, z } from "mailworthy";

const day = 86_400_000;

export default defineCheck({
  id: "cert/expiry-window",
  on: "address",
  title: "The certificate has been renewed in good time",
  why: "Renewal that has not happened by now has most likely stopped, and nobody notices until the certificate ends.",
  fix: "Renew the certificate, reload the mail server, and find out why it was not renewed by itself.",
  refs: ["RFC 8461 §4.2", "RFC 7672 §3.1.1", "CA/Browser Forum ballot SC-081v3"],
  options: z.strictObject({
    warn: z
      .number()
      .positive()
      .default(30)
      .describe("days left at most for a warning; never more than a quarter of its life"),
    fail: z
      .number()
      .positive()
      .default(7)
      .describe("days left at most for a failure; never more than a tenth of its life"),
  }),
  needs: { certificate: facts.currentCertificate, sts: facts.mtaStsMode, dane: facts.daneMode },
  verdicts: {
    ample: pass("{left} left of {life}"),
    short: warn("{left} left of {life}; it ends on {date}"),
    ending: fail("{left} left of {life}; it ends on {date}, and senders that verify it stop then"),
  },
  judge({ certificate, sts, dane }, say, { now, options }) {
    const { leaf } = certificate;
    const until = Date.parse(leaf.notAfter);
    const life = until - Date.parse(leaf.notBefore);
    const left = until - now.getTime();
    const said = { left: span(left), life: span(life), date: leaf.notAfter.slice(0, 10) };
    const evidence = certificates(certificate);
    // Certificates live for 47 days to come and for six days already, so days alone do not tell.
    const minded = sts.mode === "enforce" || dane.mode === "none" || dane.mode === "ta"; // RFC 7672 §3.1.1
    if (left < Math.min(options.fail * day, life / 10) && minded) return say.ending(said, evidence);
    if (left < Math.min(options.warn * day, life / 4)) return say.short(said, evidence);
    return say.ample(said, evidence);
  },
});
