import {
  across,
  defineCheck,
  facts,
  fail,
  joined,
  parseDkimRecord,
  pass,
  setAt,
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
    const { before, after } = sides;
    const names = new Set(
      before.records.flatMap(({ name, type }) => (type === "TXT" && name.includes("._domainkey.") ? [name] : [])),
    );
    const found = [...names].flatMap((name) => {
      const [was, is] = [before, after].map((side) => {
        const [record] = setAt(side, name, "TXT");
        return record && parseDkimRecord(joined(record.data)).data;
      });
      // A key that lost its end is no other key.
      if (!was || !is || was === is || was.startsWith(is)) return [];
      const wait = ttlOf(setAt(before, name, "TXT"));
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
