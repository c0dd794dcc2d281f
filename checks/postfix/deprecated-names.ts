import { defineCheck, facts, listed, pass, warn } from "mailworthy";

export default defineCheck({
  id: "postfix/deprecated-names",
  on: "postfix",
  title: "Settings have the names they have today",
  why: "Postfix 3.11 and later warn of the old names and will drop them; then what they said is no longer in effect.",
  fix: "Rename the settings, value and all.",
  refs: ["DEPRECATION_README"],
  needs: { old: facts.postfixOldNames },
  verdicts: {
    none: pass("settings have the names they have today"),
    set: warn("{settings} set; a later release will not read them"),
  },
  judge({ old }, say) {
    if (old.settings.length === 0) return say.none();
    const rows = old.settings.map(({ name, value, instead }) => [
      name,
      value,
      instead || "nothing; the default is right",
    ]);
    const evidence = { kind: "table" as const, columns: ["setting", "value", "in its place"], rows };
    return say.set({ settings: listed(old.settings.map(({ name }) => name)) }, evidence);
  },
});
