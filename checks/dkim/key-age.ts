import { defineCheck, facts, pass, records, span, warn, z } from "mailworthy";

export default defineCheck({
  id: "dkim/key-age",
  on: "selector",
  title: "The DKIM key is not known to be old",
  why: "The longer a key is in use, the more copies of it lie about and the more time there was to steal one.",
  fix: "Make a new key, publish it at another selector, sign with that, and revoke this one after two weeks.",
  refs: ["M3AAWG DKIM key rotation"],
  options: z.strictObject({ days: z.number().int().min(1).default(365) }),
  needs: { key: facts.dkimKeyHistory },
  verdicts: {
    seen: pass("seen first {age} ago"),
    old: warn("in use for {age} at least; a new one is advised after {days} days"),
  },
  judge({ key: { answer, firstSeen } }, say, { now, options: { days } }) {
    const since = now.getTime() - Date.parse(firstSeen);
    const age = span(since);
    return since > days * 86_400_000 ? say.old({ age, days }, records(answer)) : say.seen({ age }, records(answer));
  },
});
