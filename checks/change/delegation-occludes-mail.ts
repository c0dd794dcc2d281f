import { across, defineCheck, facts, fail, findingsOf, isWithin, pass, setAt, shownBoth, sidesOf } from "mailworthy";

export default defineCheck({
  id: "change/delegation-occludes-mail",
  on: "zone",
  title: "A new delegation hides no record of mail",
  why: "Whatever the zone holds at and below a delegated name is no longer answered; other servers are asked for it.",
  fix: "Put the records into the zone that is delegated to, before the delegation.",
  refs: ["RFC 1034 §4.2.1"],
  needs: { zone: across(facts.proposedZone) },
  verdicts: {
    clear: pass("no new delegation stands above a record of mail"),
    hidden: fail("{name} is delegated, and what stands there is hidden: {hidden}"),
  },
  judge({ zone }, say) {
    const sides = sidesOf(zone);
    const { before, after } = sides;
    const cuts = new Set(
      after.records.flatMap(({ name, type }) => (type === "NS" && name !== after.origin ? [name] : [])),
    );
    const found = findingsOf(sides, [...cuts], (name) => {
      if (setAt(before, name, "NS").length > 0) return [];
      const hidden = before.records.filter(
        (record) =>
          isWithin(record.name, name) &&
          (record.type === "MX" || record.type === "TXT" || record.type === "CNAME" || record.type === "TLSA"),
      );
      const names = [...new Set(hidden.map((record) => `${record.name} ${record.type}`))];
      return names.length > 0 ? [say.hidden({ name, hidden: names.slice(0, 5) }, shownBoth(sides, name, "NS"))] : [];
    });
    return found.length > 0 ? found : say.clear();
  },
});
