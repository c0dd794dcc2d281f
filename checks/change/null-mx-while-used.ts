import {
  across,
  answersAt,
  defineCheck,
  deniesAll,
  dmarcAt,
  exchangesAt,
  facts,
  fail,
  findingsOf,
  joined,
  mailDomains,
  pass,
  shownBoth,
  sidesOf,
  spfAt,
} from "mailworthy";

export default defineCheck({
  id: "change/null-mx-while-used",
  on: "zone",
  title: "A null MX comes only where the name has nothing to do with mail",
  why: "Many receivers refuse mail of a domain that takes none, and reports and answers to it are lost.",
  fix: "Keep the mail hosts, or publish v=spf1 -all and move the mailboxes first.",
  refs: ["RFC 7505 §4.2", "RFC 7505 §3"],
  needs: { zone: across(facts.proposedZone) },
  verdicts: {
    clear: pass("no null MX comes to a name that sends or takes reports"),
    sends: fail("{domain} takes no mail any more, and its SPF record lets it send; receivers refuse its mail"),
    mixed: fail("{domain} has a null MX beside {hosts}; a null MX stands alone, and senders that see it may give up"),
    reports: fail("{domain} takes no mail any more, and the reports of {of} go there"),
  },
  judge({ zone }, say) {
    const sides = sidesOf(zone);
    const { before, after } = sides;
    const isNull = (side: typeof before, domain: string): boolean =>
      answersAt(side, domain, "MX").some(({ data }) => data.exchange === ".");
    const domains = mailDomains(after.origin, after.records).map(({ domain }) => domain);
    const found = findingsOf(sides, domains, (domain) => {
      if (!isNull(after, domain) || isNull(before, domain)) return [];
      const evidence = shownBoth(sides, domain, "MX");
      const hosts = exchangesAt(after, domain);
      if (hosts.length > 0) return [say.mixed({ domain, hosts }, evidence)];
      const spf = spfAt(after, domain);
      if (spf && !deniesAll(joined(spf.data))) return [say.sends({ domain }, evidence)];
      const of = domains.find((other) =>
        dmarcAt(after, other)?.record.rua.some(({ uri }) => uri.toLowerCase().endsWith(`@${domain}`)),
      );
      return of === undefined ? [] : [say.reports({ domain, of }, evidence)];
    });
    return found.length > 0 ? found : say.clear();
  },
});
