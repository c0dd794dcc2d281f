import { defineCheck, fail, facts, pass, records } from "mailworthy";

export default defineCheck({
  id: "dkim/selector-present",
  on: "selector",
  title: "The selector holds a DKIM key",
  why: "Receivers cannot verify a signature whose key is not in DNS, so mail signed with it counts as unsigned.",
  fix: "Publish the public key as a TXT record at the selector, or sign with another one.",
  refs: ["RFC 6376 §3.6.2", "Google sender guidelines"],
  needs: { dkim: facts.dkimAnswer },
  verdicts: {
    present: pass("a key record"),
    none: fail("no TXT record; signatures with this selector fail"),
    other: fail("no TXT record here is a DKIM key; signatures with this selector fail"),
  },
  judge({ dkim: { answer, texts, records: found } }, say) {
    const evidence = records(answer);
    if (found.length > 0) return say.present({}, evidence);
    return texts.length > 0 ? say.other({}, evidence) : say.none({}, evidence);
  },
});
