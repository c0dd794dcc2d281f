import { across, defineCheck, facts, negativeTtl, pass, setAt, sidesOf, ttlOf } from "mailworthy";

export default defineCheck({
  id: "change/rollback-cost",
  on: "zone",
  title: "How long it takes until a change that was taken back is forgotten",
  why: "Caches keep what was published for as long as it said, also when it is wrong.",
  fix: "Publish what changes with a short TTL.",
  needs: { zone: across(facts.proposedZone) },
  verdicts: {
    none: pass("nothing changes"),
    known: pass("taken back, the change is forgotten after {seconds} seconds"),
    open: pass(
      "taken back, what is published is forgotten after {seconds} seconds; how long it is kept that other records are gone, the zone does not show",
    ),
  },
  judge({ zone }, say) {
    const { before, after } = sidesOf(zone);
    const keys = new Map(
      [...before.records, ...after.records].map(({ name, type }) => [`${name} ${type}`, { name, type }]),
    );
    const changed = [...keys.values()].filter(({ name, type }) => {
      const [was, is] = [before, after].map((side) =>
        JSON.stringify(setAt(side, name, type).map(({ data, ttl }) => [data, ttl])),
      );
      return type !== "SOA" && was !== is;
    });
    if (changed.length === 0) return say.none();
    const gone = changed.some(({ name, type }) => setAt(after, name, type).length === 0);
    const seconds = Math.max(...changed.map(({ name, type }) => ttlOf(setAt(after, name, type))));
    if (!gone) return say.known({ seconds });
    const absence = negativeTtl(after) ?? negativeTtl(before);
    return absence === undefined ? say.open({ seconds }) : say.known({ seconds: Math.max(seconds, absence) });
  },
});
