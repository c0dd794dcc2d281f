import { across, defineCheck, facts, findingsOf, pass, setAt, shown, sidesOf, warn } from "mailworthy";

export default defineCheck({
  id: "change/wildcard-introduced",
  on: "zone",
  title: "No new wildcard answers for names that mail asks for",
  why: "A wildcard answers for _dmarc, for DKIM selectors and for _mta-sts below it too, with records that are none of them.",
  fix: "Name the hosts instead, or keep the wildcard to types that mail does not ask for.",
  refs: ["RFC 4592 §2.2"],
  needs: { zone: across(facts.proposedZone) },
  verdicts: {
    none: pass("no new wildcard answers with TXT or CNAME"),
    added: warn(
      "{name} answers for every name that does not exist with {type}; receivers that ask for _dmarc or a selector get it too",
    ),
  },
  judge({ zone }, say) {
    const sides = sidesOf(zone);
    const { before, after } = sides;
    // Only a whole zone tells what it had.
    if (before.completeness !== "zone") return say.none();
    const names = new Set(after.records.flatMap(({ name }) => (name.startsWith("*.") ? [name] : [])));
    const found = findingsOf(sides, [...names], (name) =>
      (["TXT", "CNAME"] as const)
        .filter((type) => setAt(after, name, type).length > 0 && setAt(before, name, type).length === 0)
        .map((type) => say.added({ name, type }, shown(name, type, setAt(after, name, type)))),
    );
    return found.length > 0 ? found : say.none();
  },
});
