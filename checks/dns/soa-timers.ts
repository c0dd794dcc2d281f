import { defineCheck, facts, pass, records } from "mailworthy";

/** Seconds within which the timers of most zones are (RFC 1912 §2.2, RFC 2308 §5). */
const usual = {
  refresh: { least: 1_200, most: 86_400 },
  retry: { least: 120, most: 14_400 },
  expire: { least: 604_800, most: 4_838_400 },
  minimum: { least: 60, most: 86_400 },
} as const;

export default defineCheck({
  id: "dns/soa-timers",
  on: "domain",
  title: "The timers of the zone are told",
  why: "They say how long secondary name servers keep an old zone, and how long resolvers remember that a name is not there.",
  fix: "Set the timers to values of RFC 1912 where nothing speaks for others.",
  refs: ["RFC 1912 §2.2", "RFC 2308 §5"],
  needs: { zone: facts.zone },
  verdicts: {
    usual: pass("refresh {refresh} s, retry {retry} s, expire {expire} s; absence is remembered for {minimum} s"),
    unusual: pass("{unusual}, unlike most zones"),
  },
  judge({ zone: { soa, answer } }, say) {
    const odd = Object.entries(usual).flatMap(([name, { least, most }]) => {
      const seconds = soa[name as keyof typeof usual];
      return seconds < least || seconds > most ? [`${name} ${seconds} s`] : [];
    });
    const { refresh, retry, expire, minimum } = soa;
    if (odd.length > 0) return say.unusual({ unusual: odd }, records(answer));
    return say.usual({ refresh, retry, expire, minimum }, records(answer));
  },
});
