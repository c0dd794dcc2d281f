import { defineCheck, facts, fail, pass, transcript } from "mailworthy";

export default defineCheck({
  id: "tls/version-modern",
  on: "address",
  title: "The mail host speaks TLS 1.2 or 1.3",
  why: "Senders have turned off what came before, so their mail falls back to the clear or is not delivered.",
  fix: "Update the TLS library of the mail server, and allow TLS 1.2 and 1.3.",
  refs: ["RFC 8996 §4", "RFC 9325 §3.1.1"],
  needs: { tls: facts.tls },
  verdicts: {
    modern: pass("{version}"),
    old: fail("{version} is the newest it has; senders of today get no TLS"),
  },
  judge({ tls }, say) {
    const { version } = tls;
    if (version === "TLSv1.2" || version === "TLSv1.3") return say.modern({ version });
    return say.old({ version }, transcript(tls), { command: "postconf -e 'smtpd_tls_protocols=>=TLSv1.2'" });
  },
});
