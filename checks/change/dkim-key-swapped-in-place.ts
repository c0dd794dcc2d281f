import {
  across,
  answersAt,
  defineCheck,
  dkimKeyAt,
  dkimNames,
  facts,
  fail,
  findingsOf,
  pass,
  shownBoth,
  sidesOf,
  ttlOf,
} from "mailworthy";

export default defineCheck({
  id: "change/dkim-key-swapped-in-place",
  on: "zone",
  title: "A new DKIM key has a selector of its own",
  why: "Receivers that keep the old key fail what the new one signed, and all mail on the way fails with the new key.",
  fix: "Publish the new key at a new selector, sign with it when it is seen, and take the old one away a week later.",
  refs: ["RFC 6376 §3.1"],
  needs: { zone: across(facts.proposedZone) },
  verdicts: {
    apart: pass("no DKIM key is replaced in its place"),
    swapped: fail(
      "the key at {name} is replaced in its place; mail on the way, and mail judged by caches for {wait} seconds, fails DKIM",
    ),
  },
  judge({ zone }, say) {
    const sides = sidesOf(zone);
    const found = findingsOf(sides, dkimNames(sides.before), (name) => {
      const [was, is] = [sides.before, sides.after].map((side) => dkimKeyAt(side, name));
      // A key that lost its end, or is no key any more, is no other key.
      if (!was?.data || !is?.data || was.data === is.data || was.data.startsWith(is.data)) return [];
      if (was.key?.ok && is.key?.ok === false) return [];
      const wait = ttlOf(answersAt(sides.before, name, "TXT"));
      return [
        say.swapped({ name, wait }, shownBoth(sides, name, "TXT"), undefined, [
          { wait: 0, text: `Publish the new key at a new selector beside ${name}.` },
          { wait, text: `Sign with the new selector.` },
          { wait: 7 * 86_400, text: `Take ${name} away.` },
        ]),
      ];
    });
    return found.length > 0 ? found : say.apart();
  },
});
