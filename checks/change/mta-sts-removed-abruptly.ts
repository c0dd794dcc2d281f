import {
  across,
  answersAt,
  defineCheck,
  facts,
  fail,
  isGone,
  pass,
  setAt,
  shownBoth,
  sidesOf,
  type Sides,
} from "mailworthy";

/** Whether a host had an address or an alias, and has neither any more. Throws a NetError where that is not known. */
function isLost({ before, after }: Sides, host: string): boolean {
  const types = ["A", "AAAA"] as const;
  const was = setAt(before, host, "CNAME").length > 0 || types.some((type) => answersAt(before, host, type).length > 0);
  return (
    was && setAt(after, host, "CNAME").length === 0 && types.every((type) => answersAt(after, host, type).length === 0)
  );
}

export default defineCheck({
  id: "change/mta-sts-removed-abruptly",
  on: "zone",
  title: "An MTA-STS policy is called off before it is taken away",
  why: "Senders keep the policy for its max_age and go on to enforce it, and nothing tells them that it has ended.",
  fix: "Publish a policy with mode: none and a short max_age under a new id, wait for the old max_age, and take it away then.",
  refs: ["RFC 8461 §8.3", "RFC 8461 §5.1"],
  needs: { zone: across(facts.proposedZone), policy: across(facts.mtaSts) },
  verdicts: {
    kept: pass("no MTA-STS policy that senders go by is taken away"),
    record: fail(
      "the _mta-sts record of {domain} goes; senders that keep the policy, which says mode {mode}, go by it for up to {age} seconds",
    ),
    host: fail(
      "mta-sts.{domain} goes, where the policy is; senders that keep it, and it says mode {mode}, go by it for up to {age} seconds",
    ),
  },
  judge({ zone, policy: { before: policy } }, say) {
    const sides = sidesOf(zone);
    const domain = sides.after.origin;
    if (!policy || policy.mode === "none") return say.kept();
    const { mode, maxAge: age } = policy;
    const stages = [
      {
        wait: 0,
        text: `Publish mode: none with a max_age of 86400 for ${domain}, and change the id in _mta-sts.${domain}.`,
      },
      { wait: age, text: `Take _mta-sts.${domain} and mta-sts.${domain} away.` },
    ];
    const name = `_mta-sts.${domain}`;
    if (isGone(sides, name, "TXT"))
      return say.record({ domain, mode, age }, shownBoth(sides, name, "TXT"), undefined, stages);
    const host = `mta-sts.${domain}`;
    return isLost(sides, host)
      ? say.host({ domain, mode, age }, shownBoth(sides, host, "A"), undefined, stages)
      : say.kept();
  },
});
