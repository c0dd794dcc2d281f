import {
  across,
  answersAt,
  defineCheck,
  exchangesAt,
  facts,
  findingsOf,
  isGone,
  joined,
  mailDomains,
  parseTlsReportRecord,
  pass,
  shownBoth,
  sidesOf,
  type Zone,
  warn,
} from "mailworthy";

/** The domains that reports on TLS go to by mail; undefined where none are asked for. */
function reportedTo(zone: Zone, domain: string): string[] | undefined {
  const [record] = answersAt(zone, `_smtp._tls.${domain}`, "TXT").flatMap(({ data }) => {
    const read = parseTlsReportRecord(joined(data));
    return read ? [read] : [];
  });
  return record?.rua.map(({ scheme, uri }) =>
    scheme === "mailto" ? uri.slice(uri.lastIndexOf("@") + 1).toLowerCase() : "",
  );
}

export default defineCheck({
  id: "change/inbound-cutover-blind",
  on: "zone",
  title: "Reports on TLS go on while mail moves",
  why: "Senders that cannot deliver safely to the new hosts say so in TLS reports; without them, or with reports to the hosts that move, nobody hears of it.",
  fix: "Keep the _smtp._tls record, and have the reports sent to a mailbox of another domain or to an https: address until the move is done.",
  refs: ["RFC 8460 §3"],
  needs: { zone: across(facts.proposedZone) },
  verdicts: {
    seen: pass("no domain whose inbound mail moves loses its reports on TLS"),
    gone: warn("the mail hosts of {domain} change, and its TLS reporting record goes"),
    self: warn("the mail hosts of {domain} change, and its TLS reports go to {domain} alone"),
  },
  judge({ zone }, say) {
    const sides = sidesOf(zone);
    const { before, after } = sides;
    const found = findingsOf(sides, mailDomains(before.origin, before.records), ({ domain }) => {
      const were = exchangesAt(before, domain);
      if (exchangesAt(after, domain).every((host) => were.includes(host))) return [];
      const name = `_smtp._tls.${domain}`;
      const evidence = shownBoth(sides, name, "TXT");
      if (reportedTo(before, domain) && isGone(sides, name, "TXT")) return [say.gone({ domain }, evidence)];
      const to = reportedTo(after, domain);
      return to && to.length > 0 && to.every((one) => one === domain) ? [say.self({ domain }, evidence)] : [];
    });
    return found.length > 0 ? found : say.seen();
  },
});
