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

/** Records of which a name has one, or none that counts (RFC 7208 §4.5, RFC 9989 §4.10). */
const single = ({ name, type, data }: ZoneRecord): boolean =>
  type === "TXT" && (name.startsWith("_dmarc.") || isSpf(joined(data as string[])));

/** Providers that keep each record by itself, so that an old and a new one can stand side by side; others keep sets. */
const perRecord: ReadonlySet<string> = new Set(["cloudflare", "digitalocean"]);

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
    double: fail(
      "{name} {type} is made a second time and the old one is taken away after that ({address}); while two stand there, neither counts",
    ),
    gap: fail("{name} {type} is taken away and made again ({address}); for a while there is none"),
  },
  judge({ zone }, say) {
    const { after } = sidesOf(zone);
    const changes = after.changes ?? [];
    const made = changes.flatMap(({ action, after: records }) => (action === "create" ? records : []));
    const found = changes.flatMap(({ action, order, before, address = "" }) => {
      const again = (record: ZoneRecord): boolean =>
        action === "replace"
          ? order !== "create-delete" || (single(record) && perRecord.has(after.provider ?? ""))
          : action === "delete" && made.some(({ name, type }) => name === record.name && type === record.type);
      const sets = new Map(
        before.filter((one) => matters(one) && again(one)).map((one) => [`${one.name} ${one.type}`, one]),
      );
      return [...sets.values()].map(({ name, type }) =>
        (order === "create-delete" ? say.double : say.gap)(
          { name, type, address: address || action },
          shown(name, type, setAt(after, name, type)),
        ),
      );
    });
    return found.length > 0 ? found : say.none();
  },
});
