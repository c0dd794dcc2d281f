import { defineCheck, facts, fail, pass } from "mailworthy";

export default defineCheck({
  id: "postfix/valid",
  on: "postfix",
  title: "Postfix can read its configuration",
  why: "A line that cannot be read stops Postfix at its next start or reload, and mail with it.",
  fix: "Correct the lines, and see what `postfix check` says.",
  refs: ["postconf(5)", "master(5)"],
  needs: { seen: facts.postfixSeen },
  verdicts: {
    read: pass("main.cf and master.cf can be read"),
    broken: fail("{first}; Postfix does not start with it"),
  },
  judge({ seen: { faults } }, say) {
    if (faults.length === 0) return say.read();
    const evidence = { kind: "table" as const, columns: ["fault"], rows: faults.map((fault) => [fault]) };
    return say.broken({ first: faults[0]! }, evidence, { command: "postfix check" });
  },
});
