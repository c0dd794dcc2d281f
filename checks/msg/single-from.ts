import { defineCheck, fail, facts, pass } from "mailworthy";

export default defineCheck({
  id: "msg/single-from",
  on: "message",
  title: "One author stands in From",
  why: "Gmail rejects mail with no author or more than one (5.7.1), since DMARC can then speak for nobody.",
  fix: "Write From once, with one address; other authors go into Reply-To.",
  refs: ["RFC 5322 §3.6.2", "RFC 9989 §5.3.1", "Google sender guidelines"],
  needs: { from: facts.messageFrom },
  verdicts: {
    one: pass("from {address}"),
    missing: fail("no From field; receivers reject such mail"),
    none: fail("no address stands in From; receivers reject such mail"),
    several: fail("{count} addresses stand in From; Gmail rejects such mail"),
    unreadable: fail('"{entry}" in From is no address; receivers reject such mail'),
  },
  judge({ from: { fields, addresses, count, faults } }, say) {
    if (fields === 0) return say.missing();
    if (faults[0] !== undefined) return say.unreadable({ entry: faults[0] });
    if (count === 0) return say.none();
    return count > 1 ? say.several({ count, addresses }) : say.one({ address: addresses[0]! });
  },
});
