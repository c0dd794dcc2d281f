import { across, defineCheck, facts, fail, pass, sidesOf } from "mailworthy";

export default defineCheck({
  id: "change/apply-would-fail",
  on: "zone",
  title: "The provider takes every value",
  why: "A plan may be accepted and stop in its midst, with some records changed and others not.",
  fix: "Mend the value as it says.",
  refs: ["RFC 1035 §3.3"],
  needs: { zone: across(facts.proposedZone) },
  verdicts: {
    taken: pass("nothing is known to be refused"),
    refused: fail("{name}: {fault}"),
  },
  judge({ zone }, say) {
    const { after } = sidesOf(zone);
    const found = (after.unknown ?? [])
      .filter(({ why }) => why === "refused")
      .map(({ name = after.origin, type = "TXT", fault = "no server takes this value", file, line, column }) =>
        say.refused(
          { name, fault },
          {
            kind: "records",
            name,
            type,
            rcode: "NOERROR",
            server: "proposed",
            ad: false,
            records: [{ name, type, ttl: 0, text: "(refused)", file, line, column }],
          },
        ),
      );
    return found.length > 0 ? found : say.taken();
  },
});
