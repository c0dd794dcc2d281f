import {
  across,
  defineCheck,
  exchangesAt,
  facts,
  fail,
  findingsOf,
  mailDomains,
  pass,
  shownBoth,
  sidesOf,
  spfAt,
} from "mailworthy";

export default defineCheck({
  id: "change/bounce-domain-orphaned",
  on: "zone",
  title: "A subdomain for bounces keeps both its MX and its SPF records",
  why: "A sending service uses the subdomain in MAIL FROM: without SPF its mail no longer aligns, and without MX bounces are lost and the service stops using it.",
  fix: "Keep both records, or take both away when the service no longer sends with the subdomain.",
  refs: ["RFC 7208 §2.4", "RFC 5321 §4.4"],
  needs: { zone: across(facts.proposedZone) },
  verdicts: {
    kept: pass("no subdomain with MX and SPF records loses one of them"),
    spf: fail("{name} loses its SPF record and keeps its MX records; mail that is sent with it fails alignment"),
    mx: fail("{name} loses its MX records and keeps its SPF record; bounces to it are lost"),
  },
  judge({ zone }, say) {
    const sides = sidesOf(zone);
    const { before, after } = sides;
    const names = mailDomains(before.origin, before.records).filter(({ domain }) => domain !== before.origin);
    const found = findingsOf(sides, names, ({ domain: name }) => {
      if (exchangesAt(before, name).length === 0 || !spfAt(before, name)) return [];
      const [mx, spf] = [exchangesAt(after, name).length > 0, spfAt(after, name) !== undefined];
      if (mx && !spf) return [say.spf({ name }, shownBoth(sides, name, "TXT"))];
      return spf && !mx ? [say.mx({ name }, shownBoth(sides, name, "MX"))] : [];
    });
    return found.length > 0 ? found : say.kept();
  },
});
