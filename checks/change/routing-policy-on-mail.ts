import { across, defineCheck, facts, fail, pass, setAt, shown, sidesOf, warn, type Zone } from "mailworthy";

const ofMail: ReadonlySet<string> = new Set(["MX", "TXT", "TLSA"]);

/** Names and types whose answer a provider chooses by who asks. */
const varied = ({ unknown = [], origin }: Zone): Map<string, { name: string; type: string }> =>
  new Map(
    unknown.flatMap(({ name = origin, type, why }) =>
      why === "routing" && type !== undefined && ofMail.has(type) ? [[`${name} ${type}`, { name, type }]] : [],
    ),
  );

export default defineCheck({
  id: "change/routing-policy-on-mail",
  on: "zone",
  title: "Every receiver is answered the same records of mail",
  why: "When the answer hangs on who asks, receivers judge the same message by different records, and nobody can reproduce what one of them saw.",
  fix: "Keep one plain set for MX, SPF, DKIM, DMARC and TLSA; route by weight or place at the mail hosts themselves.",
  refs: ["RFC 7208 §3", "RFC 9989 §4.10"],
  needs: { zone: across(facts.proposedZone) },
  verdicts: {
    plain: pass("no record of mail begins to hang on who asks for it"),
    differs: fail("{name} {type} begins to hang on who asks: its sets have different data"),
    routed: warn("{name} {type} becomes a set that is chosen by {kind}, with the same data in all of them"),
  },
  judge({ zone }, say) {
    const { before, after } = sidesOf(zone);
    const were = varied(before);
    const different = [...varied(after)].flatMap(([key, { name, type }]) =>
      were.has(key) ? [] : [say.differs({ name, type })],
    );
    const sets = new Map(
      after.records.flatMap((record) =>
        record.routing && ofMail.has(record.type) ? [[`${record.name} ${record.type}`, record] as const] : [],
      ),
    );
    const routed = [...sets.values()].flatMap(({ name, type, routing }) =>
      setAt(before, name, type).some((record) => record.routing)
        ? []
        : [say.routed({ name, type, kind: routing!.kind }, shown(name, type, setAt(after, name, type)))],
    );
    const found = [...different, ...routed];
    return found.length > 0 ? found : say.plain();
  },
});
