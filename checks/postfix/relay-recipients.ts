import { defineCheck, facts, fail, pass, settings } from "mailworthy";

export default defineCheck({
  id: "postfix/relay-recipients",
  on: "postfix",
  title: "Recipients of domains that are relayed for are known",
  why: "Mail for unknown users of a domain that is relayed for is taken, and bounces later to senders who are most often forged.",
  fix: "List the recipients in relay_recipient_maps, or ask the next host with reject_unverified_recipient.",
  refs: ["BACKSCATTER_README", "ADDRESS_VERIFICATION_README"],
  needs: {
    main: facts.postfixSettings("relay_domains", "relay_recipient_maps"),
    restrictions: facts.postfixRestrictions,
  },
  verdicts: {
    none: pass("mail is relayed for no domain"),
    listed: pass("recipients are looked up in {maps}"),
    asked: pass("recipients are asked of the next host"),
    unknown: fail("mail for anybody at {domains} is taken; what the next host refuses bounces to forged senders"),
  },
  judge({ main: { relay_domains: domains, relay_recipient_maps: maps }, restrictions }, say) {
    if (domains.value === "") return say.none();
    if (maps.value !== "") return say.listed({ maps: maps.value });
    const open = restrictions.services.filter(({ loopback }) => !loopback);
    const asked = open.every(({ lists }) =>
      lists.some(({ restrictions: those }) => those.some(({ name }) => name === "reject_unverified_recipient")),
    );
    if (open.length > 0 && asked) return say.asked();
    return say.unknown({ domains: domains.value }, settings(domains, maps));
  },
});
