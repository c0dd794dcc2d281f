import { defineCheck, facts, pass, records } from "mailworthy";

export default defineCheck({
  id: "helo/spf",
  on: "sender",
  title: "It is told whether the name in EHLO has an SPF record",
  why: "Bounces have no sender, so that SPF, and DMARC after it, judge them by the name in EHLO.",
  fix: "Publish `v=spf1 a -all` at the name of the server.",
  refs: ["RFC 7208 §2.3", "RFC 7208 §2.4"],
  needs: { helo: facts.heloSpf },
  verdicts: {
    published: pass("{name}: {record}"),
    none: pass("{name} has no SPF record; its bounces are not authenticated by SPF"),
  },
  judge({ helo: { name, answer, records: found } }, say) {
    const [record] = found;
    if (record !== undefined) return say.published({ name, record }, records(answer));
    return say.none({ name }, records(answer), { to: `${name}. TXT "v=spf1 a -all"` });
  },
});
