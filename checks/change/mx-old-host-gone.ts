import {
  across,
  answersAt,
  defineCheck,
  exchangesAt,
  facts,
  fail,
  findingsOf,
  isGone,
  isThere,
  isWithin,
  mailDomains,
  pass,
  setAt,
  shownBoth,
  type Sides,
  sidesOf,
  ttlOf,
} from "mailworthy";

/** Whether all addresses of one kind are others now, or none. */
function loses({ before, after }: Sides, host: string, type: "A" | "AAAA"): boolean {
  const was = answersAt(before, host, type);
  if (was.length === 0) return false;
  const is = new Set(answersAt(after, host, type).map(({ data }) => data));
  return !was.some(({ data }) => is.has(data));
}

export default defineCheck({
  id: "change/mx-old-host-gone",
  on: "zone",
  title: "A mail host that is left keeps its address while senders may know it",
  why: "Senders that still keep the old MX records find no host, or a wrong one, and their mail waits or bounces.",
  fix: "Change the MX records alone; take the address away when the old records have left every cache.",
  refs: ["RFC 5321 §5.1", "RFC 2181 §8"],
  needs: { zone: across(facts.proposedZone) },
  verdicts: {
    kept: pass("no mail host that is left loses its address at once"),
    gone: fail(
      "{host} leaves the MX records of {domain} and its address {changes} in the same change; senders keep the old records for {wait} seconds",
    ),
  },
  judge({ zone }, say) {
    const sides = sidesOf(zone);
    const { before, after } = sides;
    const found = findingsOf(sides, mailDomains(before.origin, before.records), ({ domain }) => {
      const stay = exchangesAt(after, domain);
      return exchangesAt(before, domain)
        .filter((host) => !stay.includes(host) && isWithin(host, before.origin))
        .flatMap((host) => {
          const alias = isGone(sides, host, "CNAME");
          const type = alias ? "CNAME" : (["A", "AAAA"] as const).find((one) => loses(sides, host, one));
          if (type === undefined) return [];
          const wait = Math.max(ttlOf(setAt(before, domain, "MX")), ttlOf(setAt(before, host, type)));
          const changes = !alias && isThere(after, host, type) ? "changes" : "goes";
          const stages = [
            { wait: 0, text: `Change the MX records of ${domain}; keep the old hosts running.` },
            { wait, text: `Take the address of ${host} away.` },
          ];
          return [say.gone({ host, domain, changes, wait }, shownBoth(sides, host, type), undefined, stages)];
        });
    });
    return found.length > 0 ? found : say.kept();
  },
});
