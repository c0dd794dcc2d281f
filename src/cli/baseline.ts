import type { Kept } from "../baseline.js";
import { UsageError } from "../usage.js";
import { defineCommand } from "./command.js";
import { configuring, printing } from "./flags.js";

const operations = ["update", "show", "prune"] as const;

export default defineCommand({
  name: "baseline",
  about: "findings that are known, so that only others count",
  usage: [
    ["baseline update FILE REPORT", "add what a report has; what is there stays"],
    ["baseline prune FILE REPORT", "remove what a report shows to be mended"],
    ["baseline show FILE", "what is in it"],
  ],
  flags: { ...configuring, ...printing },
  words: { placeholder: "OPERATION", least: 2, most: 3 },
  exits: ["0 done   2 not done"],
  examples: [
    "mailworthy gate zones/ --base nothing -r json:report.json",
    "mailworthy baseline update known.json report.json",
    "mailworthy gate zones/ --base main --baseline known.json",
    "mailworthy baseline prune known.json report.json",
  ],
  async run(shell, flags, [operation = "", file = "", source]) {
    const { nearest } = await import("../nearest.js");
    if (!operations.some((one) => one === operation)) {
      const meant = nearest(operation, [...operations]);
      throw new UsageError(`no operation "${operation}".`, meant ? `did you mean ${meant}?` : "update, show or prune");
    }
    const [
      { aboutChecks, readBaseline, resultsIn, writeBaseline },
      { pruned, updated },
      { json, terminal },
      { counted },
    ] = await Promise.all([
      import("./baseline-file.js"),
      import("../baseline.js"),
      import("../clean.js"),
      import("../view/words.js"),
    ]);
    const say = (text: string): Promise<void> => shell.stdout.write(`${text}\n`);
    const before = await readBaseline(file, shell.cwd);
    if (!before && operation !== "update")
      throw new UsageError(`there is no ${file}.`, `mailworthy baseline update ${file} REPORT writes it`);
    const kept = before ?? [];
    if (operation === "show") {
      if (source !== undefined) throw new UsageError("show takes no report.", `mailworthy baseline show ${file}`);
      if (flags.json) await say(json(kept, 2));
      else for (const one of kept) await say(terminal(line(one)));
      if (!flags.json) await say(counted(kept.length, "finding"));
      return 0;
    }
    if (source === undefined) throw new UsageError("no report is named.", "write one with --json; - is standard input");
    const { readText } = await import("../load.js");
    const { resolve } = await import("node:path");
    const text =
      source === "-"
        ? Buffer.from(await (await import("./messages.js")).wholeInput(shell), "latin1").toString("utf8")
        : await readText(resolve(shell.cwd, source), source);
    const results = resultsIn(text, source === "-" ? "standard input" : source);
    if (results.length === 0) throw new UsageError("the report has no results.", "nothing was judged in it");
    if (operation === "prune") {
      const { kept: left, removed } = pruned(kept, results);
      if (removed.length > 0) await writeBaseline(file, shell.cwd, left);
      if (flags.json) await say(json({ removed, findings: left.length }, 2));
      else {
        for (const one of removed) await say(`- ${terminal(line(one))}`);
        await say(`${counted(removed.length, "finding")} removed, ${left.length} left`);
      }
      return 0;
    }
    const { settle } = await import("./settings.js");
    const { registry } = await settle({ config: flags.config }, shell);
    const { measures, never } = aboutChecks(registry.checks);
    const day = new Date().toISOString().slice(0, 10);
    const { kept: now, added, changed, refused } = updated(kept, results, measures, never, day);
    if (!before || added + changed > 0) await writeBaseline(file, shell.cwd, now);
    if (flags.json) await say(json({ added, changed, refused, findings: now.length }, 2));
    else {
      await say(`${added} added, ${changed} changed, ${counted(now.length, "finding")} in ${terminal(file)}`);
      if (refused > 0)
        await say(`${counted(refused, "finding")} left out: nobody may ignore ${refused === 1 ? "it" : "them"}`);
    }
    return 0;
  },
});

/** A finding of a baseline in a line. */
const line = ({ check, subject, verdict, level, measure, lists = [], since }: Kept): string =>
  [
    `${level}  ${check} ${verdict}  ${subject}`,
    ...(measure === undefined ? [] : [`${measure}`]),
    ...(lists.length > 0 ? [lists.join(", ")] : []),
    `since ${since}`,
  ].join("  ");
