import {
  across,
  defineCheck,
  existing,
  facts,
  fail,
  findingsOf,
  isThere,
  parentOf,
  pass,
  setAt,
  shown,
  sidesOf,
  spfAt,
  warn,
} from "mailworthy";

/** The wildcard that answered for a name before it existed (RFC 4592 §3.3.1). */
function wildcardFor(name: string, before: ReadonlySet<string>): string | undefined {
  let at = parentOf(name);
  while (at !== undefined && !before.has(at)) at = parentOf(at);
  return at !== undefined && before.has(`*.${at}`) ? `*.${at}` : undefined;
}

export default defineCheck({
  id: "change/wildcard-shadow",
  on: "zone",
  title: "A new name does not step out of a wildcard that mail hangs on",
  why: "A wildcard answers only for names that do not exist, so the first record at a name, or below it, takes the wildcard's records away from it.",
  fix: "Give the new name the records that the wildcard has.",
  refs: ["RFC 4592 §2.2.2", "RFC 4592 §3.3.1"],
  needs: { zone: across(facts.proposedZone) },
  verdicts: {
    clear: pass("no new name takes mail away from a wildcard"),
    mx: fail("{name} now exists, so {wildcard} no longer answers for it; it loses its MX records"),
    spf: warn("{name} now exists, so {wildcard} no longer answers for it; it loses its SPF record"),
  },
  judge({ zone }, say) {
    const sides = sidesOf(zone);
    const { before, after } = sides;
    const were = existing(before);
    const fresh = [...existing(after)].filter((name) => !were.has(name) && !/^[*_]/.test(name));
    const found = findingsOf(sides, fresh, (name) => {
      const wildcard = wildcardFor(name, were);
      if (wildcard === undefined || setAt(after, name, "CNAME").length > 0) return [];
      const records = setAt(before, wildcard, "MX");
      if (records.length > 0 && !isThere(after, name, "MX"))
        return [say.mx({ name, wildcard }, shown(wildcard, "MX", records, "before the change"))];
      if (spfAt(before, wildcard) && !spfAt(after, name))
        return [
          say.spf({ name, wildcard }, shown(wildcard, "TXT", setAt(before, wildcard, "TXT"), "before the change")),
        ];
      return [];
    });
    return found.length > 0 ? found : say.clear();
  },
});
