import { defineCheck, facts, listed, pass, warn } from "mailworthy";

export default defineCheck({
  id: "postfix/verbose-logging",
  on: "postfix",
  title: "No service logs everything",
  why: "With -v the log fills with every step, parts of messages among them, and the disk with it.",
  fix: "Take -v out of master.cf when you have seen enough, and reload Postfix.",
  refs: ["DEBUG_README"],
  needs: { seen: facts.postfixWholeServices },
  verdicts: {
    calm: pass("services log what they usually do"),
    raised: warn("every step is logged by {services} (-v); the log fills, with parts of messages in it"),
  },
  judge({ seen }, say) {
    const raised = seen.services.filter(({ verbose }) => verbose > 0);
    if (raised.length === 0) return say.calm();
    const names = raised.map(({ name, type }) => `${name}/${type}`);
    const rows = raised.map(({ name, type, command, verbose, line }) => [
      `${name}/${type}`,
      command,
      "-v ".repeat(Math.min(verbose, 9)).trim(),
      line,
    ]);
    const evidence = { kind: "table" as const, columns: ["service", "program", "flags", "line"], rows };
    const fix = {
      text: "Take -v out of master.cf and reload; to watch one client instead, set debug_peer_list to its address for a while.",
      command: "postfix reload",
    };
    return say.raised({ services: listed(names) }, evidence, fix);
  },
});
