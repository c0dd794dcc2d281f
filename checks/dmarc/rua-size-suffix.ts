import { defineCheck, facts, pass, records } from "mailworthy";

export default defineCheck({
  id: "dmarc/rua-size-suffix",
  on: "domain",
  title: "Size limits on report addresses, which no longer count, are told",
  why: "The limit behind an exclamation point is obsolete, so reports larger than it arrive all the same.",
  fix: "Take the limit out.",
  refs: ["RFC 9989 §4.6"],
  needs: { rua: facts.dmarcReportUris },
  verdicts: {
    plain: pass("no size limit"),
    limited: pass("{limits}, which receivers ignore"),
  },
  judge({ rua: { answer, uris } }, say) {
    const limits = uris.flatMap(({ uri, size }) => (size === undefined ? [] : [`${uri}!${size}`]));
    return limits.length === 0 ? say.plain({}, records(answer)) : say.limited({ limits }, records(answer));
  },
});
