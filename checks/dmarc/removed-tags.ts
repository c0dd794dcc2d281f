import { defineCheck, editDmarc, facts, pass, records, warn } from "mailworthy";

export default defineCheck({
  id: "dmarc/removed-tags",
  on: "domain",
  title: "The DMARC record uses no tag that was removed",
  why: "Current receivers ignore `pct`, `rf` and `ri` while older ones still obey them, so the record means two things.",
  fix: "Take the removed tags out; `t=y` stands for a policy that is only tested.",
  refs: ["RFC 9989 §9.3"],
  needs: { dmarc: facts.dmarcRecord },
  verdicts: {
    current: pass("no pct, rf or ri"),
    removed: warn("{tags} no longer counts"),
    sampled: warn("pct={pct} under p={policy}; new receivers apply the policy to all mail, old ones to a part"),
  },
  judge({ dmarc: { answer, record } }, say) {
    const evidence = records(answer);
    const old = record.tags.filter(({ name }) => /^(?:pct|rf|ri)$/i.test(name));
    if (old.length === 0) return say.current({}, evidence);
    const pct = old.find(({ name }) => name.toLowerCase() === "pct")?.value;
    const enforces = record.p !== null && record.p !== "none";
    const gone = { pct: null, rf: null, ri: null };
    const tests = pct === "0" && enforces ? { ...gone, t: "y" } : gone;
    const fix = { from: record.text, to: editDmarc(record.tags, tests) };
    if (pct !== undefined && pct !== "100" && enforces) return say.sampled({ pct, policy: record.p! }, evidence, fix);
    return say.removed({ tags: old.map(({ name, value }) => `${name}=${value}`) }, evidence, fix);
  },
});
