import { defineCheck, fail, facts, pass, span, warn, z, type Exhibit } from "mailworthy";

const hour = 3_600_000;

export default defineCheck({
  id: "dnssec/rrsig-expiry",
  on: "domain",
  title: "The signatures of records for mail are renewed in good time",
  why: "When signing stops nothing shows until the last signature ends; from then on resolvers that validate see nothing.",
  fix: "See that the signer runs, has its keys and can write the zone, and sign the zone anew.",
  refs: ["RFC 4035 §5.3.1", "RFC 6781 §4.4.2"],
  options: z.strictObject({
    warn: z
      .number()
      .positive()
      .default(48)
      .describe("hours left at most for a warning; never more than a quarter of a signature's life"),
  }),
  needs: { found: facts.signatures },
  verdicts: {
    ample: pass("the first ends in {left}, on {date}"),
    short: warn("{name} {type}: {left} left of {life}; signing seems to have stopped"),
    ended: fail("{name} {type}: ended {ago} ago; resolvers that validate give no answer"),
    early: fail("{name} {type}: begins in {left} only; resolvers that validate give no answer"),
  },
  judge({ found: { sets } }, say, { now, options }) {
    const evidence: Exhibit = {
      kind: "table",
      columns: ["name", "type", "from", "until"],
      rows: sets.flatMap(({ name, type, signatures }) =>
        signatures.map(({ inception, expiration }) => [name, type, iso(inception), iso(expiration)]),
      ),
    };
    const ages = sets.map(({ name, type, signatures }) => ({ name, type, ...lasting(signatures, now.getTime()) }));
    const found = ages.flatMap(({ name, type, begins, ends }) => {
      const left = ends - now.getTime();
      if (left < 0) return say.ended({ name, type, ago: span(-left) }, evidence);
      if (begins > now.getTime()) return say.early({ name, type, left: span(begins - now.getTime()) }, evidence);
      // Zones that are signed as they are asked live with signatures of a day or two.
      const short = left < Math.min(options.warn * hour, (ends - begins) / 4);
      return short ? say.short({ name, type, left: span(left), life: span(ends - begins) }, evidence) : [];
    });
    if (found.length > 0) return found;
    const first = Math.min(...ages.map(({ ends }) => ends));
    return say.ample({ left: span(first - now.getTime()), date: iso(first / 1_000).slice(0, 10) }, evidence);
  },
});

/** The times, in milliseconds, of the signature that holds longest, of those that hold if there are any; one is enough. */
function lasting(signatures: readonly { inception: number; expiration: number }[], now: number) {
  const all = signatures.map(({ inception, expiration }) => ({ begins: inception * 1_000, ends: expiration * 1_000 }));
  const begun = all.filter(({ begins }) => begins <= now);
  return (begun.length > 0 ? begun : all).reduce((best, one) => (one.ends > best.ends ? one : best));
}

const iso = (seconds: number): string => new Date(seconds * 1_000).toISOString();
