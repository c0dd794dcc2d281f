import {
  across,
  answersAt,
  defineCheck,
  dkimKeyAt,
  dkimNames,
  facts,
  fail,
  findingsOf,
  knownAt,
  negativeTtl,
  pass,
  setAt,
  shown,
  sidesOf,
  type Zone,
} from "mailworthy";

/** Whether nothing is at a name. Throws a NetError where that is not known. */
const isBare = (zone: Zone, name: string): boolean =>
  setAt(zone, name, "CNAME").length === 0 && answersAt(zone, name, "TXT").length === 0;

/** Whether a key may be in use there: it has one, or others answer for it. */
const mayHold = (zone: Zone, name: string): boolean =>
  knownAt(zone, name, "TXT") === undefined || Boolean(dkimKeyAt(zone, name)?.data);

const domainOf = (name: string): string => name.slice(name.indexOf("._domainkey.") + "._domainkey.".length);

export default defineCheck({
  id: "change/dkim-rotate-no-overlap",
  on: "zone",
  title: "The old DKIM key stays while the new one comes",
  why: "Resolvers keep that the new key was not there, and mail on the way carries the old signature: for a while neither key can be found.",
  fix: "Publish the new key first, sign with it when its absence is forgotten, and take the old one away a week later.",
  refs: ["RFC 6376 §3.1", "RFC 2308 §5"],
  needs: { zone: across(facts.proposedZone) },
  verdicts: {
    overlapping: pass("no DKIM key goes in the same change in which another comes"),
    swapped: fail("{old} goes and {now} comes in the same change; until the old absence is forgotten neither is found"),
  },
  judge({ zone }, say) {
    const sides = sidesOf(zone);
    const { before, after } = sides;
    const fresh = [...dkimNames(after)].filter(
      (name) => setAt(before, name, "TXT").length + setAt(before, name, "CNAME").length === 0,
    );
    const found = findingsOf(sides, dkimNames(before), (old) => {
      const now = fresh.find((name) => domainOf(name) === domainOf(old));
      if (now === undefined || !mayHold(before, old) || !isBare(after, old)) return [];
      const wait = negativeTtl(before) ?? 3_600;
      return [
        say.swapped({ old, now }, shown(now, "TXT", setAt(after, now, "TXT")), undefined, [
          { wait: 0, text: `Publish ${now}; keep ${old}.` },
          { wait, text: `Sign with ${now}.` },
          { wait: 7 * 86_400, text: `Take ${old} away.` },
        ]),
      ];
    });
    return found.length > 0 ? found : say.overlapping();
  },
});
