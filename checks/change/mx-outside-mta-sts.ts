import { across, coversHost, defineCheck, exchangesAt, facts, fail, pass, shownBoth, sidesOf } from "mailworthy";

export default defineCheck({
  id: "change/mx-outside-mta-sts",
  on: "zone",
  title: "The published MTA-STS policy knows every new mail host",
  why: "Senders that keep the policy refuse a host that it does not name, until its max_age has passed.",
  fix: "Add the host to the mx lines of the policy, change the id of the _mta-sts record, and move the MX records only then.",
  refs: ["RFC 8461 §4.1", "RFC 8461 §8.1"],
  needs: { zone: across(facts.proposedZone), policy: across(facts.mtaSts) },
  verdicts: {
    known: pass("the published policy names every mail host, or enforces nothing"),
    outside: fail(
      "{host} is not in the published policy, which is enforced; senders that keep it refuse the host for up to {age} seconds",
    ),
  },
  judge({ zone, policy: { before: policy } }, say) {
    const sides = sidesOf(zone);
    const { origin } = sides.after;
    if (!policy || policy.mode !== "enforce") return say.known();
    const { mx, maxAge: age } = policy;
    const old = exchangesAt(sides.before, origin);
    const found = exchangesAt(sides.after, origin)
      .filter((host) => !old.includes(host) && !mx.some((pattern) => coversHost(pattern, host)))
      .map((host) =>
        say.outside({ host, age }, shownBoth(sides, origin, "MX"), undefined, [
          {
            wait: 0,
            text: `Add mx: ${host} to the MTA-STS policy of ${origin}, then change the id in _mta-sts.${origin}.`,
          },
          { wait: age, text: `Move the MX records of ${origin} to ${host}.` },
        ]),
      );
    return found.length > 0 ? found : say.known();
  },
});
