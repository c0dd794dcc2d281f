import {
  across,
  defineCheck,
  facts,
  fail,
  findingsOf,
  knownAt,
  mailDomains,
  pass,
  type RecordType,
  shownBoth,
  sidesOf,
  spfReach,
  warn,
  type Zone,
} from "mailworthy";

/** What is answered, to compare it. */
const answered = (zone: Zone, name: string, type: RecordType): string =>
  JSON.stringify(knownAt(zone, name, type)?.map(({ data }) => data));

export default defineCheck({
  id: "change/spf-implicit-drift",
  on: "zone",
  title: "A change of hosts does not change who may send",
  why: "The terms a and mx take the addresses of hosts, so moving a web site or a mail host takes the old addresses out of SPF and lets the new ones in.",
  fix: "Name the sending addresses by ip4 and ip6 in the SPF record before the host moves.",
  refs: ["RFC 7208 §5.3", "RFC 7208 §5.4"],
  needs: { zone: across(facts.proposedZone) },
  verdicts: {
    same: pass("no host that SPF records name by a or mx moves"),
    lost: fail("the SPF record of {domain} is as it was, and {lost} may no longer send, since {hosts} moves"),
    moved: warn(
      "the SPF record of {domain} is as it was, and {hosts} moves to where the zone does not show the addresses ({away}); {lost} may no longer send unless they are there too",
    ),
    wider: fail("the SPF record of {domain} is as it was, and {gained} may send now, since {hosts} moves"),
  },
  judge({ zone }, say) {
    const sides = sidesOf(zone);
    const { before, after } = sides;
    const found = findingsOf(sides, mailDomains(before.origin, before.records), ({ domain }) => {
      const [was, is] = [before, after].map((side) => spfReach(side, domain));
      if (!was || !is) return [];
      const text = ({ records }: typeof was): string => JSON.stringify(records.map(({ name, data }) => [name, data]));
      if (text(was) !== text(is)) return [];
      const lost = was.networks.without(is.networks).cidrs().slice(0, 5);
      const away = is.outside.filter((term) => !was.outside.includes(term));
      const gained = [...is.networks.without(was.networks).cidrs(), ...away].slice(0, 5);
      const sets = [...was.sets, ...is.sets].filter(
        ({ name, type }) => answered(before, name, type) !== answered(after, name, type),
      );
      const hosts = [...new Set(sets.map(({ name }) => name))].slice(0, 3);
      const evidence = [
        ...shownBoth(sides, domain, "TXT").slice(0, 1),
        ...sets.slice(0, 1).flatMap(({ name, type }) => shownBoth(sides, name, type)),
      ];
      if (lost.length > 0 && away.length > 0) return [say.moved({ domain, lost, hosts, away }, evidence)];
      if (lost.length > 0)
        return [
          say.lost(
            { domain, lost, hosts },
            evidence,
            {
              text: `Add ${lost.map((one) => `${one.includes(":") ? "ip6" : "ip4"}:${one}`).join(" ")} to the SPF record of ${domain} first.`,
            },
            [
              { wait: 0, text: `Name ${lost.join(", ")} in the SPF record of ${domain}.` },
              { wait: Math.max(...was.records.map(({ ttl }) => ttl)), text: `Move ${hosts.join(", ")}.` },
            ],
          ),
        ];
      return gained.length > 0 ? [say.wider({ domain, gained, hosts }, evidence)] : [];
    });
    return found.length > 0 ? found : say.same();
  },
});
