import { across, defineCheck, facts, fail, joined, parseDkimRecord, pass, setAt, shownBoth, sidesOf } from "mailworthy";

export default defineCheck({
  id: "change/dkim-truncated",
  on: "zone",
  title: "A DKIM key keeps its end",
  why: "A key that was cut while it was copied, or at 255 characters, verifies nothing.",
  fix: "Publish the whole key, in several strings of at most 255 characters.",
  refs: ["RFC 6376 §3.6.2.2"],
  needs: { zone: across(facts.proposedZone) },
  verdicts: {
    whole: pass("no DKIM key loses its end"),
    cut: fail("the key at {name} has {now} of {before} characters; its end is missing"),
  },
  judge({ zone }, say) {
    const sides = sidesOf(zone);
    const names = new Set(
      sides.before.records.flatMap(({ name, type }) => (type === "TXT" && name.includes("._domainkey.") ? [name] : [])),
    );
    const found = [...names].flatMap((name) => {
      const [was, is] = [sides.before, sides.after].map((side) => {
        const [record] = setAt(side, name, "TXT");
        return record && parseDkimRecord(joined(record.data)).data;
      });
      if (!was || !is || was === is || !was.startsWith(is)) return [];
      return [say.cut({ name, now: is.length, before: was.length }, shownBoth(sides, name, "TXT"))];
    });
    return found.length > 0 ? found : say.whole();
  },
});
