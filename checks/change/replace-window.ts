import {
  across,
  defineCheck,
  facts,
  fail,
  isSpf,
  joined,
  pass,
  setAt,
  shown,
  sidesOf,
  type ZoneRecord,
} from "mailworthy";

/** Records that mail fails without, for as long as they are away. */
const matters = ({ name, type, data }: ZoneRecord): boolean =>
  type === "MX" ||
  name.startsWith("_dmarc.") ||
  name.includes("._domainkey.") ||
  (type === "TXT" && isSpf(joined(data as string[])));

export default defineCheck({
  id: "change/replace-window",
  on: "zone",
  title: "No record of mail is taken away to be made again",
  why: "Between the two steps there is no record, and resolvers keep that there is none; made first and taken away later, two SPF or DMARC records stand side by side and neither counts.",
  fix: "Change the record in place: tell the tool that the resource has moved, or keep its address.",
  refs: ["RFC 2308 §5", "RFC 7208 §4.5"],
  needs: { zone: across(facts.proposedZone) },
  verdicts: {
    none: pass("no record of mail is taken away and made again"),
    gap: fail("{name} {type} is taken away and made again ({address}); for a while there is none"),
  },
  judge({ zone }, say) {
    const { after } = sidesOf(zone);
    const changes = after.changes ?? [];
    const made = changes.flatMap(({ action, after: records }) => (action === "create" ? records : []));
    const found = changes.flatMap(({ action, order, before, address = "" }) => {
      const again = (record: ZoneRecord): boolean =>
        action === "replace"
          ? order !== "create-delete"
          : action === "delete" && made.some(({ name, type }) => name === record.name && type === record.type);
      const sets = new Map(
        before.filter((one) => matters(one) && again(one)).map((one) => [`${one.name} ${one.type}`, one]),
      );
      return [...sets.values()].map(({ name, type }) =>
        say.gap({ name, type, address: address || action }, shown(name, type, setAt(after, name, type))),
      );
    });
    return found.length > 0 ? found : say.none();
  },
});
