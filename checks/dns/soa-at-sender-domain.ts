import { defineCheck, fail, facts, maybe, pass, records } from "mailworthy";

export default defineCheck({
  id: "dns/soa-at-sender-domain",
  on: "domain",
  title: "The sending domain answers when asked for its start of authority",
  why: "Yahoo decides by an SOA query whether a sender's domain exists, and turns mail away where it does not.",
  fix: "Publish the domain, or send from a name below one that has a zone.",
  refs: ["Yahoo sender best practices"],
  role: "sends",
  needs: { start: facts.start, zone: maybe(facts.zone) },
  verdicts: {
    own: pass("a zone of its own"),
    inside: pass("a name in the zone {zone}"),
    noStart: pass("exists, without a zone of its own"),
    none: fail("no such name (NXDOMAIN); Yahoo turns its mail away"),
  },
  judge({ start: { answer, exists, soa }, zone }, say) {
    const evidence = records(answer);
    if (!exists) return say.none({}, evidence);
    if (soa) return say.own({}, evidence);
    return zone ? say.inside({ zone: zone.apex }, evidence) : say.noStart({}, evidence);
  },
});
