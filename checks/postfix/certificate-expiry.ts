import { certificates, defineCheck, facts, fail, pass, span, warn, z } from "mailworthy";

export default defineCheck({
  id: "postfix/certificate-expiry",
  on: "postfix",
  title: "The certificate has been renewed in good time",
  why: "Renewal that has not happened by now has most likely stopped, and senders that verify the certificate stop when it ends.",
  fix: "Renew the certificate, reload Postfix, and find out why it was not renewed by itself.",
  refs: ["RFC 5280 §4.1.2.5", "RFC 8461 §4.2"],
  options: z.strictObject({ days: z.number().positive().default(14).describe("Days left at most for a warning") }),
  needs: { shown: facts.postfixChains },
  verdicts: {
    ample: pass("{file} ends in {left}"),
    short: warn("{file} ends in {left}, on {date}"),
    ended: fail("{file} ended {ago} ago, on {date}; who verifies it does not deliver"),
    early: fail("{file} begins on {date}; who verifies it does not deliver until then"),
  },
  judge({ shown }, say, { now, options }) {
    return shown.chains.map(({ file, services, leaf, chain }) => {
      const evidence = certificates({ host: file, ip: services.join(", "), chain });
      const left = Date.parse(leaf.notAfter) - now.getTime();
      const date = leaf.notAfter.slice(0, 10);
      const fix = { command: "certbot renew --deploy-hook 'systemctl reload postfix'" };
      if (Date.parse(leaf.notBefore) > now.getTime())
        return say.early({ file, date: leaf.notBefore.slice(0, 10) }, evidence);
      if (left < 0) return say.ended({ file, ago: span(-left), date }, evidence, fix);
      // Certificates live for days already, so days alone do not tell.
      const life = Date.parse(leaf.notAfter) - Date.parse(leaf.notBefore);
      if (left < Math.min(options.days * 86_400_000, life / 4))
        return say.short({ file, left: span(left), date }, evidence, fix);
      return say.ample({ file, left: span(left) }, evidence);
    });
  },
});
