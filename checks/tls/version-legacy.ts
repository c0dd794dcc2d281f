import { defineCheck, facts, pass, transcript, warn } from "mailworthy";

export default defineCheck({
  id: "tls/version-legacy",
  on: "address",
  title: "The mail host has given up TLS 1.0 and 1.1",
  why: "Both are deprecated, and audits count them as a fault; for old senders they are still better than the clear.",
  fix: "Allow TLS 1.2 and newer only, once the log shows that no sender you care for needs the old ones.",
  refs: ["RFC 8996 §4", "RFC 7435 §3"],
  needs: { legacy: facts.legacyTls },
  verdicts: {
    refused: pass("TLS 1.0 and 1.1 are refused"),
    accepted: warn("{version} is accepted"),
  },
  judge({ legacy }, say) {
    const { accepted: version } = legacy;
    if (version === undefined) return say.refused();
    return say.accepted({ version }, transcript(legacy), { command: "postconf -e 'smtpd_tls_protocols=>=TLSv1.2'" });
  },
});
