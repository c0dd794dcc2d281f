import { defineCheck, facts, pass, records, warn } from "mailworthy";

export default defineCheck({
  id: "spf/sender-id",
  on: "domain",
  title: "No record of Sender ID is left",
  why: "Nobody evaluates Sender ID any more, and the record takes room in the answer that SPF needs.",
  fix: "Delete it.",
  refs: ["RFC 7208 §3.1", "RFC 6686"],
  needs: { spf: facts.spfRecord },
  verdicts: {
    none: pass("no record of Sender ID"),
    left: warn("{record}: Sender ID, which nobody evaluates any more"),
  },
  judge({ spf }, say) {
    const left = spf.texts.filter((text) => /^[^a-z0-9]{0,8}spf2\.0\//i.test(text));
    return left.length > 0 ? left.map((record) => say.left({ record }, records(spf.answer))) : say.none();
  },
});
