import { defineCheck, fail, facts, pass, records, warn } from "mailworthy";

export default defineCheck({
  id: "dns/edns-large-answer",
  on: "domain",
  title: "The domain's texts fit a datagram, or TCP carries them",
  why: "An answer too large for a datagram goes over TCP, and where that is shut the receiver gets no SPF record.",
  fix: "Remove texts that are no longer needed, such as old verifications, and keep TCP port 53 of name servers open.",
  refs: ["RFC 7766 §5", "RFC 7208 §3.4"],
  needs: { size: facts.textSize },
  verdicts: {
    fits: pass("{octets} octets"),
    large: warn("{octets} octets; every check of SPF needs TCP"),
    lost: fail("{octets} octets, and {servers} refuse TCP; receivers that ask there get no SPF record"),
  },
  judge({ size: { answer, octets, large, tcp } }, say) {
    const evidence = records(answer);
    if (!large) return say.fits({ octets }, evidence);
    const refused = (tcp?.refused ?? []).map(({ server, ip }) => `${server} [${ip}]`);
    return refused.length > 0 ? say.lost({ octets, servers: refused }, evidence) : say.large({ octets }, evidence);
  },
});
