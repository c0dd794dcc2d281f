import {
  across,
  defineCheck,
  facts,
  fail,
  isHidden,
  joined,
  parseDkimRecord,
  pass,
  setAt,
  shown,
  sidesOf,
} from "mailworthy";

/** Seconds that mail with an old signature is still judged: it waits in queues, is forwarded, is verified late. */
const inFlight = 7 * 86_400;

export default defineCheck({
  id: "change/dkim-selector-deleted",
  on: "zone",
  title: "A DKIM key stays until no mail on the way needs it",
  why: "Mail that is queued, delayed or forwarded carries the old signature, and without the key it fails.",
  fix: "Stop signing with the selector, wait a week, then empty its p= or take it away.",
  refs: ["RFC 6376 §3.6.1", "RFC 6376 §3.1"],
  needs: { zone: across(facts.proposedZone) },
  verdicts: {
    kept: pass("every DKIM key that was in use stays"),
    deleted: fail("{name} is taken away; mail on the way that it signed fails DKIM"),
    revoked: fail("{name} loses its key; mail on the way that it signed fails DKIM"),
  },
  judge({ zone }, say) {
    const { before, after } = sidesOf(zone);
    const keyAt = (side: typeof before, name: string): string | undefined => {
      const [record] = setAt(side, name, "TXT");
      return record && (parseDkimRecord(joined(record.data)).data ?? undefined);
    };
    const names = new Set(
      before.records.flatMap(({ name, type }) =>
        name.includes("._domainkey.") && (type === "TXT" || type === "CNAME") ? [name] : [],
      ),
    );
    const found = [...names].flatMap((name) => {
      const alias = setAt(before, name, "CNAME");
      const key = keyAt(before, name);
      if (alias.length === 0 && !key) return []; // It was taken out of use before.
      if (isHidden(after, name, "TXT") || isHidden(after, name, "CNAME") || setAt(after, name, "CNAME").length > 0)
        return [];
      const evidence = shown(name, "TXT", [...alias, ...setAt(before, name, "TXT")], "before the change");
      const stages = [
        { wait: 0, text: `Stop signing with ${name}; leave its key in DNS.` },
        { wait: inFlight, text: `Take ${name} away.` },
      ];
      if (setAt(after, name, "TXT").length === 0) return [say.deleted({ name }, evidence, undefined, stages)];
      return key && keyAt(after, name) === "" ? [say.revoked({ name }, evidence, undefined, stages)] : [];
    });
    return found.length > 0 ? found : say.kept();
  },
});
