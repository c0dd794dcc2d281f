import { defineCheck, fail, facts, pass, records } from "mailworthy";

export default defineCheck({
  id: "dkim/revoked",
  on: "selector",
  title: "The DKIM key is not revoked",
  why: "An empty `p` revokes the key, so every signature with the selector fails.",
  fix: "Publish the public key again, or stop declaring and using the selector.",
  refs: ["RFC 6376 §3.6.1", "RFC 6376 §6.1.2"],
  needs: { dkim: facts.dkimRecord },
  verdicts: {
    live: pass("not revoked"),
    revoked: fail("p is empty: the key is revoked; signatures with this selector fail"),
  },
  judge({ dkim: { answer, record } }, say) {
    return record.data === "" ? say.revoked({}, records(answer)) : say.live({}, records(answer));
  },
});
