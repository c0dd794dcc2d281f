import {
  across,
  defineCheck,
  facts,
  fail,
  findingsOf,
  pass,
  shownBoth,
  sidesOf,
  spfAt,
  spfChildren,
  ttlOf,
} from "mailworthy";

export default defineCheck({
  id: "change/spf-child-removed-early",
  on: "zone",
  title: "An SPF record that others include stays while they may be remembered",
  why: "Whoever keeps the old parent follows it to nothing, and that is a permanent error: SPF fails for every message.",
  fix: "Take the include out first; take the included record away when the old parent has left every cache.",
  refs: ["RFC 7208 §5.2"],
  needs: { zone: across(facts.proposedZone) },
  verdicts: {
    kept: pass("every SPF record that others include stays"),
    gone: fail(
      "{name} loses its SPF record; receivers that keep the old record of {parent} find nothing there for up to {wait} seconds",
    ),
  },
  judge({ zone }, say) {
    const sides = sidesOf(zone);
    const { before, after } = sides;
    const found = findingsOf(sides, [...spfChildren(before)], ([name, parents]) => {
      if (!spfAt(before, name) || spfAt(after, name)) return [];
      const wait = ttlOf(parents);
      const parent = parents[0]!.name;
      return [
        say.gone({ name, parent, wait }, shownBoth(sides, name, "TXT"), undefined, [
          { wait: 0, text: `Take ${name} out of the SPF record of ${parent}; keep the record of ${name}.` },
          { wait, text: `Take the SPF record of ${name} away.` },
        ]),
      ];
    });
    return found.length > 0 ? found : say.kept();
  },
});
