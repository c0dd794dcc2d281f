import { across, answersAt, defineCheck, facts, fail, findingsOf, pass, shownBoth, sidesOf, ttlOf } from "mailworthy";

export default defineCheck({
  id: "change/tlsa-no-overlap",
  on: "zone",
  title: "A new TLSA record stands beside the old one before the key changes",
  why: "Senders that keep the old records cannot match the new key, and those that have the new ones cannot match the old: with DANE neither delivers.",
  fix: "Publish the new record beside the old one, wait for twice the TTL, change the key, and take the old record away last.",
  refs: ["RFC 7671 §8.1"],
  needs: { zone: across(facts.proposedZone) },
  verdicts: {
    overlapping: pass("no set of TLSA records is replaced as a whole"),
    replaced: fail(
      "the TLSA records at {name} are all replaced at once; senders that keep the old ones refuse the new key",
    ),
  },
  judge({ zone }, say) {
    const sides = sidesOf(zone);
    const names = new Set(
      sides.before.records.flatMap(({ name, type }) =>
        type === "TLSA" || (type === "CNAME" && /^_\d+\._tcp\./.test(name)) ? [name] : [],
      ),
    );
    const found = findingsOf(sides, [...names], (name) => {
      const [was = [], is = []] = [sides.before, sides.after].map((side) =>
        answersAt(side, name, "TLSA").map(({ data }) => JSON.stringify(data)),
      );
      if (was.length === 0 || is.length === 0 || was.some((one) => is.includes(one))) return [];
      const stages = [
        { wait: 0, text: `Publish the new TLSA record at ${name} beside the old one.` },
        { wait: 2 * ttlOf(answersAt(sides.before, name, "TLSA")), text: `Change the key of the server.` },
        { wait: 0, text: `Take the old TLSA record at ${name} away.` },
      ];
      return [say.replaced({ name }, shownBoth(sides, name, "TLSA"), undefined, stages)];
    });
    return found.length > 0 ? found : say.overlapping();
  },
});
