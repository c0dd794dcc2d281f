import { defineCheck, fail, facts, pass, records } from "mailworthy";

export default defineCheck({
  id: "dkim/cname-chain",
  on: "selector",
  title: "The alias of the selector leads to a record",
  why: "An alias is left over when a provider gives up the name behind it, and every signature with the selector fails.",
  fix: "Point the CNAME record at the name that the provider gives today, or take it out.",
  refs: ["RFC 6376 §3.6.2.1"],
  needs: { alias: facts.dkimAliases },
  verdicts: {
    leads: pass("leads to {target}"),
    chain: pass("leads to {target}, {count} aliases on"),
    gone: fail("leads to {target}, which does not exist; signatures with this selector fail"),
    empty: fail("leads to {target}, which has no TXT record; signatures with this selector fail"),
    circle: fail("leads in a circle over {target}; signatures with this selector fail"),
  },
  judge({ alias: { answer, aliases, target, loop, exists, leads } }, say) {
    const evidence = records(answer);
    if (loop) return say.circle({ target }, evidence);
    if (leads && aliases.length > 1) return say.chain({ target, count: aliases.length }, evidence);
    if (leads) return say.leads({ target }, evidence);
    return exists ? say.empty({ target }, evidence) : say.gone({ target }, evidence);
  },
});
