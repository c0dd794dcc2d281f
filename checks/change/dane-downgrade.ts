import {
  across,
  answersAt,
  defineCheck,
  exchangesAt,
  facts,
  findingsOf,
  isWithin,
  mailDomains,
  pass,
  shownBoth,
  sidesOf,
  warn,
} from "mailworthy";

export default defineCheck({
  id: "change/dane-downgrade",
  on: "zone",
  title: "Mail hosts that DANE protects stay protected",
  why: "Without TLSA records senders take any certificate, or none, and nobody is told that the protection ended.",
  fix: "Publish TLSA records for the new hosts before the MX records name them; keep those of hosts that stay.",
  refs: ["RFC 7672 §2.2", "RFC 7672 §8.1"],
  needs: { zone: across(facts.proposedZone) },
  verdicts: {
    kept: pass("no mail host of the zone loses its TLSA records, or comes without them in place of one that has them"),
    lost: warn("{host}, a mail host of {domain}, loses its TLSA records"),
    bare: warn("{host} becomes a mail host of {domain} without TLSA records; {old}, which it replaces, has them"),
  },
  judge({ zone }, say) {
    const sides = sidesOf(zone);
    const { before, after } = sides;
    const at = (host: string): string => `_25._tcp.${host}`;
    const found = findingsOf(sides, mailDomains(before.origin, before.records), ({ domain }) => {
      const [were, are] = [before, after].map((side) => exchangesAt(side, domain));
      const own = were!.filter((host) => isWithin(host, before.origin));
      const covered = own.filter((host) => answersAt(before, at(host), "TLSA").length > 0);
      const lost = covered.filter((host) => are!.includes(host) && answersAt(after, at(host), "TLSA").length === 0);
      const old = covered.find((host) => !are!.includes(host));
      const bare =
        old === undefined
          ? []
          : are!
              .filter((host) => !were!.includes(host) && isWithin(host, after.origin))
              .filter((host) => answersAt(after, at(host), "TLSA").length === 0);
      return [
        ...lost.map((host) => say.lost({ host, domain }, shownBoth(sides, at(host), "TLSA"))),
        ...bare.map((host) => say.bare({ host, domain, old: old! }, shownBoth(sides, domain, "MX"))),
      ];
    });
    return found.length > 0 ? found : say.kept();
  },
});
