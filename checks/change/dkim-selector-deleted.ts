import {
  across,
  answersAt,
  defineCheck,
  dkimKeyAt,
  dkimNames,
  facts,
  fail,
  findingsOf,
  knownAt,
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
    const sides = sidesOf(zone);
    const { before, after } = sides;
    const found = findingsOf(sides, dkimNames(before), (name) => {
      const alias = setAt(before, name, "CNAME");
      const was = knownAt(before, name, "TXT");
      if (was && !dkimKeyAt(before, name)?.data) return []; // It was taken out of use before.
      // An alias that leads elsewhere still stands; whether a key is there, others say.
      const is = setAt(after, name, "CNAME").length > 0 ? knownAt(after, name, "TXT") : answersAt(after, name, "TXT");
      if (!is) return [];
      const evidence = shown(name, "TXT", [...alias, ...(was ?? [])], "before the change");
      const stages = [
        { wait: 0, text: `Stop signing with ${name}; leave its key in DNS.` },
        { wait: inFlight, text: `Take ${name} away.` },
      ];
      if (is.length === 0) return [say.deleted({ name }, evidence, undefined, stages)];
      return dkimKeyAt(after, name)?.data === "" ? [say.revoked({ name }, evidence, undefined, stages)] : [];
    });
    return found.length > 0 ? found : say.kept();
  },
});
