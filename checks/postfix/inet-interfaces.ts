import { abridged, defineCheck, facts, pass, postconf, settings, warn } from "mailworthy";

export default defineCheck({
  id: "postfix/inet-interfaces",
  on: "postfix",
  title: "Postfix listens where its mail comes from",
  why: "A mail host that listens on the loopback gets no mail, and one that only sends need not be open to anybody.",
  fix: "Set inet_interfaces to all on a mail host, or to loopback-only on one that only sends, and restart Postfix.",
  refs: ["STANDARD_CONFIGURATION_README"],
  needs: {
    main: facts.postfixSettings("inet_interfaces", "relayhost"),
    domains: facts.postfixDomains,
    smtpd: facts.postfixServices("smtpd"),
  },
  verdicts: {
    fitting: pass("Postfix listens where its mail comes from"),
    inside: warn("mail for {domains} is taken from this machine alone"),
    open: warn("all mail goes to {relay} and no domain is served, yet port 25 is open to everybody"),
  },
  judge({ main: { inet_interfaces, relayhost }, domains, smtpd }, say) {
    const served = domains.classes.filter(({ setting }) => setting !== "mydestination").flatMap((one) => one.domains);
    const taking = served.filter((domain) => domain.includes("."));
    const open = smtpd.services.filter(({ loopback }) => !loopback);
    const evidence = settings(inet_interfaces, relayhost);
    if (taking.length > 0 && open.length === 0)
      return say.inside({ domains: abridged(taking) }, evidence, { command: postconf("inet_interfaces", "all") });
    const none = domains.unread.length === 0 && domains.classes.every((one) => one.domains.length === 0);
    if (none && relayhost.value !== "" && open.some(({ port }) => port === 25))
      return say.open({ relay: relayhost.value }, evidence, { command: postconf("inet_interfaces", "loopback-only") });
    return say.fitting();
  },
});
