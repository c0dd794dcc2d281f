import { defineCheck, facts, fail, listed, pass, postconf, settings } from "mailworthy";

export default defineCheck({
  id: "postfix/relay-guarded",
  on: "postfix",
  title: "Strangers cannot relay through this server",
  why: "An open relay is found within hours and sends the spam of others until every blocklist has it; with no guard at all Postfix refuses all mail.",
  fix: "Set smtpd_relay_restrictions to permit_mynetworks, permit_sasl_authenticated, defer_unauth_destination.",
  refs: ["SMTPD_ACCESS_README", "postconf(5) smtpd_relay_restrictions"],
  needs: {
    relay: facts.postfixRelay,
    main: facts.postfixSettings("smtpd_relay_restrictions", "smtpd_recipient_restrictions"),
  },
  verdicts: {
    guarded: pass("strangers are kept from relaying by {guards}"),
    open: fail("everybody may relay through {services}; what would refuse is behind a `permit`, or only warns"),
    none: fail("nothing refuses to relay on {services}; Postfix refuses all mail with 451"),
  },
  judge({ relay, main }, say) {
    const evidence = settings(main.smtpd_relay_restrictions, main.smtpd_recipient_restrictions);
    const unguarded = relay.services.filter(({ lists }) => lists.every(({ guard }) => guard === null));
    const open = unguarded.filter(({ lists }) => lists.some(({ idle }) => idle));
    const none = unguarded.filter((one) => !open.includes(one));
    const fix = {
      command: postconf(
        "smtpd_relay_restrictions",
        "permit_mynetworks, permit_sasl_authenticated, defer_unauth_destination",
      ),
    };
    const said = [
      ...(open.length > 0 ? [say.open({ services: names(open) }, evidence, fix)] : []),
      ...(none.length > 0 ? [say.none({ services: names(none) }, evidence, fix)] : []),
    ];
    if (said.length > 0) return said;
    const guards = new Set(
      relay.services.flatMap(({ lists }) => lists.flatMap(({ guard }) => (guard === null ? [] : [guard]))),
    );
    return say.guarded({ guards: listed([...guards]) }, evidence);
  },
});

const names = (services: readonly { service: string }[]): string => listed(services.map(({ service }) => service));
