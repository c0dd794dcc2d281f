import { across, defineCheck, facts, fail, mailDomains, pass, sidesOf } from "mailworthy";

export default defineCheck({
  id: "change/zone-replaced",
  on: "zone",
  title: "A zone is not taken away with all that is in it",
  why: "A zone that is made anew has other name servers and other keys, which the parent does not know, and none of the records that others put there.",
  fix: "Keep the zone: tell the tool that the resource has moved, and guard it with prevent_destroy or a lock.",
  refs: ["RFC 1034 §4.2.2"],
  needs: { zone: across(facts.proposedZone) },
  verdicts: {
    kept: pass("the zone itself stays"),
    replaced: fail(
      "the zone {zone} is taken away and made again; its name servers change, and records made elsewhere are lost",
    ),
    deleted: fail("the zone {zone} is taken away, with the mail of {domains}"),
  },
  judge({ zone }, say) {
    const { before, after } = sidesOf(zone);
    const { origin, hosted } = after;
    if (hosted === "replace") return say.replaced({ zone: origin });
    if (hosted !== "delete") return say.kept();
    const domains = mailDomains(origin, before.records).map(({ domain }) => domain);
    return say.deleted({ zone: origin, domains: domains.slice(0, 5) });
  },
});
