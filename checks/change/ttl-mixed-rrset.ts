import { across, defineCheck, facts, findingsOf, mailDomains, pass, setAt, shown, sidesOf, warn } from "mailworthy";

export default defineCheck({
  id: "change/ttl-mixed-rrset",
  on: "zone",
  title: "Records of one set have one TTL",
  why: "Servers and resolvers make one of several TTLs as they like, so nobody can tell how long a change has to wait.",
  fix: "Give all records of the name and type the same TTL.",
  refs: ["RFC 2181 §5.2"],
  needs: { zone: across(facts.proposedZone) },
  verdicts: {
    same: pass("no set of mail has several TTLs that it had not before"),
    mixed: warn("the {type} records of {domain} have the TTLs {ttls}"),
  },
  judge({ zone }, say) {
    const sides = sidesOf(zone);
    const { before, after } = sides;
    const found = findingsOf(sides, mailDomains(after.origin, after.records), ({ domain }) =>
      (["MX", "TXT"] as const).flatMap((type) => {
        const [were, ttls] = [before, after].map((side) =>
          [...new Set(setAt(side, domain, type).map(({ ttl }) => ttl))].sort((a, b) => a - b),
        );
        if (ttls!.length < 2 || were!.length > 1) return [];
        return [say.mixed({ domain, type, ttls: ttls! }, shown(domain, type, setAt(after, domain, type)))];
      }),
    );
    return found.length > 0 ? found : say.same();
  },
});
