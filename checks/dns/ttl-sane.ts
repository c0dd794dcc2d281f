import { defineCheck, facts, pass, warn, z, type Exhibit } from "mailworthy";

export default defineCheck({
  id: "dns/ttl-sane",
  on: "domain",
  title: "Records for mail may be kept for a sensible time",
  why: "With a long TTL a mistake stays for days, and with a very short one every message waits for DNS.",
  fix: "Set the TTL to an hour, and lower it only shortly before a change.",
  refs: ["RFC 1912 §2.2"],
  options: z.strictObject({
    least: z.int().min(0).default(60).describe("seconds"),
    most: z.int().min(1).default(86_400).describe("seconds"),
  }),
  needs: { ttls: facts.mailTtls },
  verdicts: {
    sane: pass("from {shortest} s to {longest} s"),
    long: warn("{name} {type} may be kept for {ttl} s; a mistake there stays as long"),
    short: warn("{name} {type} may be kept for {ttl} s only; receivers ask for it again and again"),
  },
  judge({ ttls }, say, { options: { least, most } }) {
    const evidence: Exhibit = {
      kind: "table",
      columns: ["name", "type", "TTL"],
      rows: ttls.map(({ name, type, ttl }) => [name, type, ttl]),
    };
    const odd = ttls.flatMap((set) => {
      if (set.ttl > most) return say.long(set, evidence);
      return set.ttl < least ? say.short(set, evidence) : [];
    });
    if (odd.length > 0) return odd;
    const all = ttls.map(({ ttl }) => ttl);
    return say.sane({ shortest: Math.min(...all), longest: Math.max(...all) }, evidence);
  },
});
