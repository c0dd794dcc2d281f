import {
  across,
  defineCheck,
  facts,
  fail,
  findingsOf,
  isGone,
  isSpf,
  joined,
  pass,
  setAt,
  shown,
  sidesOf,
  type ZoneRecord,
} from "mailworthy";

/** What a record has to do with mail. */
const isOfMail = ({ name, type, data }: ZoneRecord): boolean =>
  type === "MX" ||
  type === "TLSA" ||
  /^(?:_dmarc|_mta-sts|_smtp\._tls)\.|\._domainkey\./.test(name) ||
  (type === "TXT" && isSpf(joined(data as string[])));

const generated: ReadonlySet<string> = new Set(["SOA", "RRSIG", "NSEC", "NSEC3", "NSEC3PARAM", "DNSKEY"]);

export default defineCheck({
  id: "change/unrelated-mail-loss",
  on: "zone",
  title: "A change about something else loses no record of mail",
  why: "In bulk edits and moves between providers records of mail are left behind, and nobody looks for them.",
  fix: "Keep the records; if mail is to end, do that in a change of its own.",
  refs: ["RFC 5321 §5.1"],
  needs: { zone: across(facts.proposedZone) },
  verdicts: {
    kept: pass("no record of mail is lost in a change about something else"),
    lost: fail("{what} is lost in a change that is about {others}"),
  },
  judge({ zone }, say) {
    const sides = sidesOf(zone);
    const { before, after } = sides;
    const keyOf = ({ name, type }: ZoneRecord): string => `${name} ${type}`;
    const all = [...before.records, ...after.records].filter(({ type }) => !generated.has(type));
    const sets = [...new Map(all.map((record) => [keyOf(record), record])).values()];
    const text = (side: typeof before, { name, type }: ZoneRecord): string =>
      JSON.stringify(setAt(side, name, type).map(({ data }) => data));
    const changed = sets.filter((record) => text(before, record) !== text(after, record));
    const others = changed.filter((record) => !isOfMail(record)).map(keyOf);
    const ofMail = changed.filter(isOfMail);
    const isMade = ({ name, type }: ZoneRecord): boolean => setAt(after, name, type).length > 0;
    if (others.length === 0 || ofMail.some(isMade)) return say.kept();
    const found = findingsOf(sides, ofMail, (record) => {
      const { name, type } = record;
      if (!isGone(sides, name, type)) return [];
      const evidence = shown(name, type, setAt(before, name, type), "before the change");
      return [say.lost({ what: keyOf(record), others: others.slice(0, 3) }, evidence)];
    });
    return found.length > 0 ? found : say.kept();
  },
});
