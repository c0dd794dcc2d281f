import { defineCheck, fail, facts, pass, records } from "mailworthy";

export default defineCheck({
  id: "spf/present",
  on: "domain",
  title: "The domain publishes an SPF record",
  why: "Without SPF a receiver cannot tell the domain's servers from a forger's.",
  fix: "Publish one TXT record that names every server that sends for the domain.",
  refs: ["RFC 7208 §3", "Google sender guidelines"],
  role: "sends",
  needs: { spf: facts.spfRecord },
  verdicts: {
    present: pass("{record}"),
    none: fail("no SPF record; receivers cannot tell who may send"),
  },
  judge({ spf }, say) {
    const evidence = records(spf.answer);
    const [record] = spf.records;
    return record === undefined ? say.none({}, evidence, { to: "v=spf1 mx -all" }) : say.present({ record }, evidence);
  },
});
