import { defineCheck, facts, pass, records, warn, z } from "mailworthy";

export default defineCheck({
  id: "dane/ttl",
  on: "host",
  title: "TLSA records are kept for an hour at most",
  why: "As long as senders keep an old record, a host with a new key gets no mail from them.",
  fix: "Set the TTL of the TLSA records to an hour or less.",
  refs: ["RFC 7671 §8.1"],
  role: "receives",
  options: z.strictObject({ most: z.int().min(1).default(3_600).describe("seconds") }),
  needs: { found: facts.tlsaTtl },
  verdicts: {
    short: pass("{ttl} s"),
    long: warn("{ttl} s; after a change of keys senders may put mail off for as long"),
  },
  judge: ({ found: { ttl, answer } }, say, { options: { most } }) =>
    ttl > most ? say.long({ ttl }, records(answer)) : say.short({ ttl }, records(answer)),
});
