import {
  across,
  defineCheck,
  facts,
  fail,
  findingsOf,
  isGone,
  isThere,
  mailDomains,
  pass,
  shownBoth,
  sidesOf,
} from "mailworthy";

export default defineCheck({
  id: "change/implicit-mx",
  on: "zone",
  title: "MX records are not taken away where an address stays",
  why: "Without an MX record senders take the address of the name itself, so mail goes to the web server and waits there for days.",
  fix: "Keep the MX records; where the name is to take no mail any more, publish a null MX: 0 .",
  ignorable: false,
  refs: ["RFC 5321 §5.1", "RFC 7505 §3"],
  needs: { zone: across(facts.proposedZone) },
  verdicts: {
    kept: pass("no name loses its MX records and keeps an address"),
    lost: fail("{domain} loses its MX records and keeps an address; mail goes to that host"),
  },
  judge({ zone }, say) {
    const sides = sidesOf(zone);
    const found = findingsOf(sides, mailDomains(sides.before.origin, sides.before.records), ({ domain }) => {
      if (!isGone(sides, domain, "MX")) return [];
      const hasAddress = (["A", "AAAA"] as const).some((type) => isThere(sides.after, domain, type));
      if (!hasAddress) return [];
      return [say.lost({ domain }, shownBoth(sides, domain, "MX"), { to: `${domain}. MX 0 .` })];
    });
    return found.length > 0 ? found : say.kept();
  },
});
