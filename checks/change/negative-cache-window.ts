import { across, defineCheck, facts, negativeTtl, pass, setAt, shown, sidesOf, warn } from "mailworthy";

/** Seconds. */
const hour = 3_600;

/** Names that receivers ask for whether anything is there or not. */
const asked = /^(?:_dmarc|_mta-sts|_smtp\._tls)\.|\._domainkey\./;

export default defineCheck({
  id: "change/negative-cache-window",
  on: "zone",
  title: "A record that was asked for in vain is seen soon after it is published",
  why: "Resolvers keep the answer that there is nothing, so a new record counts only when that has passed.",
  fix: "Lower the last number of the SOA record to 3600 or less, or wait before anything relies on the new record.",
  refs: ["RFC 2308 §5"],
  needs: { zone: across(facts.proposedZone) },
  verdicts: {
    none: pass("nothing is published at a name that receivers asked for in vain"),
    unshown: pass("{names}: how long its absence is kept, the zone does not show"),
    short: pass("{names}: its absence is kept for {wait} seconds at most"),
    long: warn("{names}: its absence is kept for up to {wait} seconds; until then receivers find nothing"),
  },
  judge({ zone }, say) {
    const { before, after } = sidesOf(zone);
    // What was there before is known only of a whole zone, or where it was asked for.
    if (before.completeness === "partial" || before.completeness === "plan") return say.none();
    const fresh = after.records.filter(
      ({ name, type }) =>
        (type === "TXT" || type === "CNAME") &&
        asked.test(name) &&
        setAt(before, name, "TXT").length === 0 &&
        setAt(before, name, "CNAME").length === 0,
    );
    const names = [...new Set(fresh.map(({ name }) => name))];
    const wait = negativeTtl(before);
    if (names.length === 0) return say.none();
    const [name] = names;
    const evidence = shown(
      name!,
      "TXT",
      fresh.filter((record) => record.name === name),
    );
    if (wait === undefined) return say.unshown({ names }, evidence);
    if (wait <= hour) return say.short({ names, wait }, evidence);
    return say.long({ names, wait }, evidence, undefined, [
      { wait: 0, text: `Publish ${names.join(", ")}.` },
      { wait, text: `Let others rely on it: sign with the new key, include the new record.` },
    ]);
  },
});
