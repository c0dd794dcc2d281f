import {
  across,
  defineCheck,
  facts,
  findingsOf,
  negativeTtl,
  pass,
  shown,
  sidesOf,
  spfAt,
  spfChildren,
  warn,
} from "mailworthy";

export default defineCheck({
  id: "change/spf-parent-before-child",
  on: "zone",
  title: "An SPF record is there before others include it",
  why: "Who sees the parent first, or keeps that there was nothing, follows it to nothing, and that is a permanent error.",
  fix: "Publish the included record first, and the include when the old absence has passed.",
  refs: ["RFC 7208 §5.2", "RFC 2308 §5"],
  needs: { zone: across(facts.proposedZone) },
  verdicts: {
    there: pass("what SPF records of the zone include was there before"),
    together: warn(
      "{parent} includes {name}, which is made in the same change; receivers that know of its absence find nothing for up to {wait} seconds",
    ),
  },
  judge({ zone }, say) {
    const sides = sidesOf(zone);
    const { before, after } = sides;
    // What was there before is known only of a whole zone, or where it was asked for.
    if (before.completeness === "partial" || before.completeness === "plan") return say.there();
    const old = spfChildren(before);
    const found = findingsOf(sides, [...spfChildren(after)], ([name, parents]) => {
      const record = spfAt(after, name);
      if (!record || old.has(name) || spfAt(before, name)) return [];
      const wait = negativeTtl(before) ?? 3_600;
      const parent = parents[0]!.name;
      return [
        say.together({ name, parent, wait }, shown(name, "TXT", [record]), undefined, [
          { wait: 0, text: `Publish the SPF record of ${name}.` },
          { wait, text: `Include ${name} in the SPF record of ${parent}.` },
        ]),
      ];
    });
    return found.length > 0 ? found : say.there();
  },
});
