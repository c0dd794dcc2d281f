import {
  across,
  defineCheck,
  dmarcAt,
  facts,
  fail,
  joined,
  mailDomains,
  pass,
  setAt,
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
    reports: fail("{domain} takes no mail any more, and the reports of {of} go there"),
  },
  judge({ zone }, say) {
    const sides = sidesOf(zone);
    const { before, after } = sides;
    const isNull = (side: typeof before, domain: string): boolean =>
      setAt(side, domain, "MX").some(({ data }) => data.exchange === ".");
    const domains = mailDomains(after.origin, after.records).map(({ domain }) => domain);
    const found = domains.flatMap((domain) => {
      if (!isNull(after, domain) || isNull(before, domain)) return [];
      const evidence = shownBoth(sides, domain, "MX");
      const spf = spfAt(after, domain);
      if (spf && !/^v=spf1 +-all *$/i.test(joined(spf.data))) return [say.sends({ domain }, evidence)];
      const of = domains.find((other) =>
        dmarcAt(after, other)?.record.rua.some(({ uri }) => uri.toLowerCase().endsWith(`@${domain}`)),
      );
      return of === undefined ? [] : [say.reports({ domain, of }, evidence)];
    });
    return found.length > 0 ? found : say.clear();
  },
});
