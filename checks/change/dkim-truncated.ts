import {
  across,
  defineCheck,
  dkimKeyAt,
  dkimNames,
  facts,
  fail,
  findingsOf,
  pass,
  shownBoth,
  sidesOf,
} from "mailworthy";

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
    unreadable: fail("the key at {name} is replaced by one that cannot be read: {error}"),
  },
  judge({ zone }, say) {
    const sides = sidesOf(zone);
    const found = findingsOf(sides, dkimNames(sides.before), (name) => {
      const [was, is] = [sides.before, sides.after].map((side) => dkimKeyAt(side, name));
      if (!was?.data || !is?.data || was.data === is.data) return [];
      const evidence = shownBoth(sides, name, "TXT");
      if (was.data.startsWith(is.data))
        return [say.cut({ name, now: is.data.length, before: was.data.length }, evidence)];
      return was.key?.ok && is.key?.ok === false ? [say.unreadable({ name, error: is.key.error }, evidence)] : [];
    });
    return found.length > 0 ? found : say.whole();
  },
});
