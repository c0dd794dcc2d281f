import { abridged, defineCheck, type Exhibit, facts, pass, warn } from "mailworthy";

export default defineCheck({
  id: "mx/all-ips-same-service",
  on: "host",
  title: "A mail host is the same at all of its addresses",
  why: "Where one address lacks what others have, mail is protected or lost by chance of which one a sender tries.",
  fix: "Give the servers behind all addresses the same certificate and settings.",
  refs: ["RFC 5321 §5.1"],
  role: "receives",
  needs: { services: facts.hostServices },
  verdicts: {
    same: pass("the same at {count} addresses"),
    banners: pass("the same at {count} addresses, by different names"),
    starttls: warn("STARTTLS is offered at {yes} and not at {no}; mail is encrypted by chance"),
    certificates: warn("{count} addresses show certificates for different names; senders verify some of them"),
  },
  judge({ services: { services, differing } }, say) {
    const evidence: Exhibit = {
      kind: "table",
      columns: ["address", "greets as", "STARTTLS", "certificate"],
      rows: services.map(({ ip, banner, starttls, names }) => [ip, banner, starttls ? "yes" : "no", abridged(names)]),
    };
    const count = services.length;
    const at = (has: boolean): string[] => services.filter(({ starttls }) => starttls === has).map(({ ip }) => ip);
    const found = [
      ...(differing.starttls ? [say.starttls({ yes: at(true), no: at(false) }, evidence)] : []),
      ...(differing.certificates ? [say.certificates({ count }, evidence)] : []),
    ];
    if (found.length > 0) return found;
    return differing.banners ? say.banners({ count }, evidence) : say.same({ count }, evidence);
  },
});
