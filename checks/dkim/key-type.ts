import { defineCheck, fail, facts, maybe, pass, records, warn } from "mailworthy";

export default defineCheck({
  id: "dkim/key-type",
  on: "selector",
  title: "Receivers know the type of the DKIM key",
  why: "A receiver ignores a key of a type that it does not know, so mail signed with it counts as unsigned.",
  fix: "Sign with an RSA key, and with an Ed25519 key only besides.",
  refs: ["RFC 6376 §3.6.1", "RFC 8463 §3"],
  needs: { dkim: facts.dkimRecord, rsa: maybe(facts.dkimRsaKeys) },
  verdicts: {
    rsa: pass("rsa"),
    both: pass("ed25519, beside an RSA key at {selectors}"),
    ed25519: warn("ed25519; many receivers do not verify it, so mail needs an RSA signature besides"),
    unknown: fail("{type}; no receiver knows that type"),
  },
  judge({ dkim: { answer, record }, rsa }, say) {
    const evidence = records(answer);
    if (record.type === "rsa") return say.rsa({}, evidence);
    if (record.type !== "ed25519") return say.unknown({ type: record.type }, evidence);
    return rsa ? say.both({ selectors: rsa.selectors }, evidence) : say.ed25519({}, evidence);
  },
});
