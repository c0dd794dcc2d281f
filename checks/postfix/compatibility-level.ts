import { defineCheck, facts, pass, settings, warn } from "mailworthy";

export default defineCheck({
  id: "postfix/compatibility-level",
  on: "postfix",
  title: "The compatibility level is that of today's defaults",
  why: "Below 2, neighbours in the same network may relay and subdomains are relayed for; below 3.6, old defaults stay too.",
  fix: "Read COMPATIBILITY_README, see in the log which old defaults are in use, and set compatibility_level to 3.6.",
  refs: ["COMPATIBILITY_README"],
  needs: { main: facts.postfixSettings("compatibility_level") },
  verdicts: {
    current: pass("compatibility level {level}"),
    old: warn("compatibility level {level}; defaults of old releases are in effect, some of them open"),
  },
  judge({ main: { compatibility_level: level } }, say) {
    const [major = 0, minor = 0] = level.value.split(".").map(Number);
    if (major > 3 || (major === 3 && minor >= 6)) return say.current({ level: level.value });
    // Before 3.6 there was no level above 2.
    if (major >= 2) return say.current({ level: level.value });
    return say.old({ level: level.value || "0" }, settings(level));
  },
});
