import { across, defineCheck, facts, fail, pass, setAt, shownBoth, sidesOf, warn, type Zone } from "mailworthy";

const ofSigning: ReadonlySet<string> = new Set(["DNSKEY", "RRSIG", "NSEC", "NSEC3PARAM", "CDS", "CDNSKEY"]);

/** Whether the zone holds records of DNSSEC. One that is signed by its servers need not. */
const isSigned = ({ origin, records, unread }: Zone): boolean =>
  [...records, ...unread].some(({ name, type }) => name === origin && ofSigning.has(type));

export default defineCheck({
  id: "change/ns-replaced-with-ds",
  on: "zone",
  title: "A zone moves to other name servers with its signatures in order",
  why: "While the parent still vouches for keys of the old servers, validating resolvers refuse what the new ones answer, and mail waits both ways.",
  fix: "Have the new servers sign with the old keys too, or take the DS record away at the parent and wait for its TTL before the name servers change.",
  refs: ["RFC 6781 §4.3.5", "RFC 4035 §5.2"],
  needs: { zone: across(facts.proposedZone) },
  verdicts: {
    kept: pass("some name server stays, or none was named before"),
    signed: fail("all name servers of the signed zone {domain} are replaced at once"),
    unsigned: warn(
      "all name servers of {domain} are replaced at once; if its parent has a DS record, nothing of it validates",
    ),
  },
  judge({ zone }, say) {
    const sides = sidesOf(zone);
    const domain = sides.after.origin;
    const [was, is] = [sides.before, sides.after].map((side) =>
      setAt(side, domain, "NS").map(({ data }) => data.toLowerCase()),
    );
    if (was!.length === 0 || is!.length === 0 || is!.some((server) => was!.includes(server))) return say.kept();
    const stages = [
      { wait: 0, text: `See whether the parent of ${domain} has a DS record, and take it away.` },
      { wait: 86_400, text: `Change the name servers of ${domain}, with the old ones answering on.` },
      { wait: 172_800, text: `Publish a DS record for the keys of the new servers; switch the old ones off.` },
    ];
    const said = isSigned(sides.before) ? say.signed : say.unsigned;
    return said({ domain }, shownBoth(sides, domain, "NS"), undefined, stages);
  },
});
