import { across, defineCheck, facts, fail, pass, setAt, shownBoth, sidesOf } from "mailworthy";

/** Whether a serial comes after another, around the end of their range too (RFC 1982 §3.2). */
const isLater = (now: number, before: number): boolean => now !== before && (now - before) >>> 0 < 0x8000_0000;

export default defineCheck({
  id: "change/serial-not-bumped",
  on: "zone",
  title: "The serial of the zone rises with its data",
  why: "Secondaries take a zone over only when its serial is later, so some servers go on to answer with the old records.",
  fix: "Raise the serial in the SOA record.",
  refs: ["RFC 1982 §3.2", "RFC 1034 §4.3.5"],
  needs: { zone: across(facts.proposedZone) },
  verdicts: {
    later: pass("the serial rises, or nothing changes"),
    stale: fail("the records change and the serial stays at {serial}; secondaries keep the old ones"),
    back: fail(
      "the records change and the serial goes from {before} to {serial}, which is not later; secondaries keep the old ones",
    ),
  },
  judge({ zone }, say) {
    const sides = sidesOf(zone);
    const { before, after } = sides;
    const [old] = setAt(before, before.origin, "SOA");
    const [now] = setAt(after, after.origin, "SOA");
    const data = (side: typeof before): string =>
      side.records
        .flatMap(({ name, type, data, ttl }) => (type === "SOA" ? [] : [JSON.stringify([name, type, ttl, data])]))
        .sort()
        .join();
    // Only a server's own file and what is held against another of it has a serial that somebody must raise.
    if (!old || !now || before.completeness !== "zone" || after.completeness !== "zone" || after.provider !== undefined)
      return say.later();
    const serial = now.data.serial;
    // A placeholder, which is filled in when the zone is deployed.
    if (serial <= 1) return say.later();
    if (data(before) === data(after) || isLater(serial, old.data.serial)) return say.later();
    const evidence = shownBoth(sides, after.origin, "SOA");
    return serial === old.data.serial
      ? say.stale({ serial }, evidence)
      : say.back({ before: old.data.serial, serial }, evidence);
  },
});
