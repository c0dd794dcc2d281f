import { across, defineCheck, facts, pass, sidesOf, warn } from "mailworthy";

/** Types that mail hangs on. */
const ofMail: ReadonlySet<string> = new Set(["MX", "TXT", "CNAME", "TLSA"]);

export default defineCheck({
  id: "change/value-unknown",
  on: "zone",
  title: "Every record of mail is known before it is published",
  why: "What is filled in only when the plan is applied, or is hidden, cannot be judged before.",
  fix: "Write the value out, or judge the zone again when it is live.",
  needs: { zone: across(facts.proposedZone) },
  verdicts: {
    known: pass("every record of mail is known"),
    open: warn("{name}: what it will say is not known, so it is not judged"),
  },
  judge({ zone }, say) {
    const { after } = sidesOf(zone);
    const found = (after.unknown ?? [])
      .filter(({ why, type }) => (why === "computed" || why === "sensitive") && type !== undefined && ofMail.has(type))
      .map(({ name, type, address, file, line }) =>
        say.open({
          name: `${name ?? "a name that is not known"} ${type!}${address === undefined ? ` (${file}:${line})` : ` (${address})`}`,
        }),
      );
    return found.length > 0 ? found : say.known();
  },
});
