import { defineCheck, facts, listed, pass, records } from "mailworthy";

export default defineCheck({
  id: "dane/rollover",
  on: "host",
  title: "It is told whether the TLSA records are ready for a change of keys",
  why: "With a second record for the next key, or for the authority, a change of keys needs no change of DNS on the day.",
  fix: "Publish the digest of the next key beside that of the present one, well before the change.",
  refs: ["RFC 7671 §8.1", "RFC 7671 §8.4"],
  role: "receives",
  needs: { tlsa: facts.usableTlsa },
  verdicts: {
    ready: pass("{forms}; ready for a change of keys"),
    authority: pass("{forms}; any key that the authority certifies will do"),
    single: pass("{forms} alone; a new key must be published before it is used"),
  },
  judge({ tlsa: { answer, usable } }, say) {
    const evidence = records(answer);
    const forms = listed(usable.map(({ form }) => form));
    const keys = usable.filter(({ usage }) => usage === 3);
    const authorities = usable.length > keys.length;
    if (keys.length === 0) return say.authority({ forms }, evidence);
    return keys.length > 1 || authorities ? say.ready({ forms }, evidence) : say.single({ forms }, evidence);
  },
});
