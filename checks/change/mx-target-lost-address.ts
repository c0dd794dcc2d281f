import {
  across,
  answersAt,
  defineCheck,
  exchangesAt,
  facts,
  fail,
  findingsOf,
  isThere,
  isWithin,
  mailDomains,
  pass,
  shownBoth,
  sidesOf,
  warn,
} from "mailworthy";

export default defineCheck({
  id: "change/mx-target-lost-address",
  on: "zone",
  title: "Mail hosts keep their addresses",
  why: "The MX records still name the host, and senders find no way to it.",
  fix: "Keep the addresses of every host that an MX record names, or change the MX records first.",
  refs: ["RFC 5321 §5.1"],
  needs: { zone: across(facts.proposedZone) },
  verdicts: {
    kept: pass("every mail host keeps an address"),
    lost: fail("{host}, a mail host of {domain}, loses its last address; senders cannot reach it"),
    partly: warn("{host}, a mail host of {domain}, loses its IPv4 addresses; many senders have no IPv6"),
  },
  judge({ zone }, say) {
    const sides = sidesOf(zone);
    const { before, after } = sides;
    const found = findingsOf(sides, mailDomains(after.origin, after.records), ({ domain }) =>
      exchangesAt(after, domain)
        .filter((host) => exchangesAt(before, domain).includes(host) && isWithin(host, after.origin))
        .flatMap((host) => {
          const [v4, v6] = (["A", "AAAA"] as const).map(
            (type) => answersAt(before, host, type).length > 0 && !isThere(after, host, type),
          );
          if (!v4 && !v6) return [];
          const left = (["A", "AAAA"] as const).some((type) => isThere(after, host, type));
          if (!left) return [say.lost({ host, domain }, shownBoth(sides, host, v4 ? "A" : "AAAA"))];
          return v4 ? [say.partly({ host, domain }, shownBoth(sides, host, "A"))] : [];
        }),
    );
    return found.length > 0 ? found : say.kept();
  },
});
