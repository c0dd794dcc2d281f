import { defineCheck, facts, fail, pass, postconf, settings } from "mailworthy";

export default defineCheck({
  id: "postfix/mynetworks-style",
  on: "postfix",
  title: "Neighbours in the same network may not relay",
  why: "With `subnet` or `class`, whoever has an address beside yours, as another customer of a provider, relays without a password.",
  fix: "Set mynetworks_style to host, or list mynetworks.",
  refs: ["postconf(5) mynetworks_style"],
  needs: { main: facts.postfixSettings("mynetworks_style", "compatibility_level"), seen: facts.postfixSeen },
  verdicts: {
    listed: pass("mynetworks is listed"),
    host: pass("this machine alone is trusted"),
    neighbours: fail("mynetworks is not set and mynetworks_style is {style}; neighbours in the same network relay"),
  },
  judge({ main: { mynetworks_style: style, compatibility_level }, seen }, say) {
    if (seen.settings.some(({ name }) => name === "mynetworks")) return say.listed();
    if (style.value === "host") return say.host();
    const fix = { command: postconf("mynetworks_style", "host") };
    return say.neighbours({ style: style.value }, settings(style, compatibility_level), fix);
  },
});
