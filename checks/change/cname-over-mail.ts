import { across, defineCheck, facts, fail, pass, setAt, shown, shownBoth, sidesOf } from "mailworthy";

export default defineCheck({
  id: "change/cname-over-mail",
  on: "zone",
  title: "No alias takes the place of records of mail",
  why: "An alias stands alone at its name: the MX and TXT records go, and those of its target count instead.",
  fix: "Keep the records, and give the web site addresses or a name of its own.",
  refs: ["RFC 1034 §3.6.2", "RFC 2181 §10.1"],
  needs: { zone: across(facts.proposedZone) },
  verdicts: {
    none: pass("no alias takes the place of records of mail"),
    replaced: fail("{name} becomes an alias for {target}; its {types} records go"),
  },
  judge({ zone }, say) {
    const sides = sidesOf(zone);
    const { before, after } = sides;
    const found = after.records.flatMap((record) => {
      if (record.type !== "CNAME" || setAt(before, record.name, "CNAME").length > 0) return [];
      const { name } = record;
      // A DKIM key is often handed to a provider by an alias; whether the key stays is for another check.
      if (name.includes("._domainkey.")) return [];
      const types = (["MX", "TXT"] as const).filter((type) => setAt(before, name, type).length > 0);
      if (types.length === 0) return [];
      const target = record.data as string;
      return [
        say.replaced({ name, target, types }, [
          shown(name, "CNAME", [record]),
          ...shownBoth(sides, name, types[0]!).slice(1),
        ]),
      ];
    });
    return found.length > 0 ? found : say.none();
  },
});
