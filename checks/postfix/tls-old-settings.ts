import { defineCheck, facts, listed, pass, warn } from "mailworthy";

export default defineCheck({
  id: "postfix/tls-old-settings",
  on: "postfix",
  title: "TLS is set by levels, not by the switches of old",
  why: "Postfix 3.9 and later warn of the old switches and will drop them; then what they said is no longer in effect.",
  fix: "Say the same with the levels and policy tables.",
  refs: ["DEPRECATION_README"],
  needs: { old: facts.postfixOldTlsSettings },
  verdicts: {
    none: pass("TLS is set by levels"),
    set: warn("{settings} set; a later release will not read them"),
  },
  judge({ old }, say) {
    if (old.settings.length === 0) return say.none();
    const rows = old.settings.map(({ name, value, instead }) => [name, value, instead]);
    const evidence = { kind: "table" as const, columns: ["setting", "value", "in its place"], rows };
    return say.set({ settings: listed(old.settings.map(({ name }) => name)) }, evidence);
  },
});
