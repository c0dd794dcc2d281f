import {
  across,
  defineCheck,
  dmarcEffect,
  type DmarcRequest,
  facts,
  fail,
  findingsOf,
  joined,
  mailDomains,
  NetError,
  nobody,
  pass,
  shownBoth,
  sidesOf,
  spfReach,
  ttlOf,
  warn,
  type Zone,
} from "mailworthy";

/** Seconds that a sender goes on trying, at least (RFC 5321 §4.5.4.1). */
const queued = 5 * 86_400;

/** What receivers are asked to do with mail that fails; where that is not known, nothing is said of it. */
function policyOf(zone: Zone, domain: string): DmarcRequest {
  try {
    return dmarcEffect(zone, domain)?.request ?? "none";
  } catch (error) {
    if (error instanceof NetError) return "none";
    throw error;
  }
}

export default defineCheck({
  id: "change/spf-sender-removed",
  on: "zone",
  title: "No sender is taken out of SPF while its mail may be on the way",
  why: "Mail that waits in the sender's queue, or is still sent by a forgotten system, is judged when it arrives, by the new record.",
  fix: "See in DMARC reports that nothing comes from there any more, then take it out, last of all.",
  refs: ["RFC 7208 §5", "RFC 5321 §4.5.4.1"],
  needs: { zone: across(facts.proposedZone) },
  verdicts: {
    kept: pass("every sender that SPF names stays"),
    removed: warn("{domain} no longer lets {senders} send; mail that is on the way from there does not pass SPF"),
    replaced: warn(
      "{domain} names {added} in place of {senders}; whoever else sends from there does not pass SPF any more",
    ),
    enforced: fail(
      "{domain} no longer lets {senders} send, and its DMARC policy is {policy}; mail that is on the way from there may be refused",
    ),
  },
  judge({ zone }, say) {
    const sides = sidesOf(zone);
    const { before, after } = sides;
    const found = findingsOf(sides, mailDomains(before.origin, before.records), ({ domain }) => {
      const was = spfReach(before, domain);
      if (!was) return [];
      const is = spfReach(after, domain) ?? nobody;
      // Where the own records are as they were, what they lead to has changed: that is for another check.
      if (
        was.records.every(({ name, data }) =>
          is.records.some((one) => one.name === name && joined(one.data) === joined(data)),
        )
      )
        return [];
      const networks = was.networks.without(is.networks).cidrs();
      const senders = [...networks, ...was.outside.filter((term) => !is.outside.includes(term))];
      if (senders.length === 0) return [];
      const evidence = shownBoth(sides, domain, "TXT");
      const shown = senders.slice(0, 8);
      const added = is.networks.without(was.networks).cidrs().slice(0, 8);
      // An include that gives way to addresses may have been written out.
      if (networks.length === 0 && added.length > 0) return [say.replaced({ domain, senders: shown, added }, evidence)];
      const policy = policyOf(after, domain);
      const wait = queued + ttlOf(was.records);
      const stages = [
        {
          wait: 0,
          text: `Stop sending from ${senders.slice(0, 3).join(", ")}; leave the SPF record of ${domain} as it is.`,
        },
        { wait, text: `Take ${senders.slice(0, 3).join(", ")} out of the SPF record of ${domain}.` },
      ];
      return [
        policy === "none"
          ? say.removed({ domain, senders: shown }, evidence, undefined, stages)
          : say.enforced({ domain, senders: shown, policy }, evidence, undefined, stages),
      ];
    });
    return found.length > 0 ? found : say.kept();
  },
});
