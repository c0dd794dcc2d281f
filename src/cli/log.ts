import { resolve } from "node:path";
import type { Summary } from "../log/summary.js";
import type { Shell } from "./shell.js";
import { durationForm, readDuration } from "../duration.js";
import { UsageError } from "../usage.js";
import { defineCommand } from "./command.js";
import { type Flags, judging, reporting } from "./flags.js";

const { list: _, ...judged } = judging;
const which = "Which lines";

const flags = {
  since: { value: "TIME", group: which, help: "from then on: 1d ago, or 2026-11-24T09:00" },
  until: { value: "TIME", group: which, help: "up to then" },
  top: { value: "N", group: which, help: "so many of each list (10)" },
  ...judged,
  ...reporting,
} as const satisfies Flags;

/** A time as the clock on the wall shows it, in milliseconds as if that were UTC. */
function timeOf(text: string, flag: string): number {
  const now = new Date();
  if (durationForm.test(text)) return now.getTime() - now.getTimezoneOffset() * 60_000 - readDuration(text);
  const form = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2})?)?$/.test(text);
  const at = form ? Date.parse(`${text.replace(" ", "T")}${text.length > 10 ? "" : "T00:00"}Z`) : NaN;
  if (Number.isNaN(at))
    throw new UsageError(`${flag} ${text} is not a time.`, `${flag} 1d, or ${flag} 2026-11-24T09:00`);
  return at;
}

async function counted(
  { stdin, cwd }: Shell,
  words: readonly string[],
  since: number,
  until: number,
  top: number,
): Promise<Summary> {
  const [{ Count }, { inOrder, readLines, readLog }] = await Promise.all([
    import("../log/count.js"),
    import("../log/read.js"),
  ]);
  if (words.includes("-")) {
    if (words.length > 1) throw new UsageError("- is the only one that is read, or files are.");
    const count = new Count(Date.now(), since, until);
    await readLines(stdin.octets(), count);
    return count.summary(1, top);
  }
  const { paths, latest } = await inOrder(words.map((word) => resolve(cwd, word)));
  const count = new Count(latest, since, until);
  for (const path of paths) await readLog(path, count);
  return count.summary(paths.length, top);
}

export default defineCommand({
  name: "log",
  about: "what a Postfix log tells: traffic, failures, attacks",
  usage: [["log FILE...", "files of a log, .gz and .zst too, in any order; - for standard input"]],
  flags,
  words: { placeholder: "FILE", least: 1 },
  exits: ["0 read and explained   1 a check fails   2 the log could not be read", "3 something could not be found out"],
  examples: [
    "mailworthy log /var/log/mail.log",
    "mailworthy log mail.log --since 2026-11-24T05:00 --top 3",
    "mailworthy log mail.log --json",
  ],
  async run(shell, given, words) {
    const [{ settle }, { judgeGathered }, { looksOf }] = await Promise.all([
      import("./settings.js"),
      import("./judge.js"),
      import("./terminal.js"),
    ]);
    const settings = await settle(given, shell);
    const since = given.since === undefined ? -Infinity : timeOf(given.since, "--since");
    const until = given.until === undefined ? Infinity : timeOf(given.until, "--until");
    const top = given.top === undefined ? 10 : Number(given.top);
    if (!Number.isInteger(top) || top < 1 || top > 1_000) throw new UsageError("--top is a number from 1 to 1000.");
    const log = await counted(shell, words, since, until, top);
    if (log.lines.all > 0 && log.lines.postfix + log.lines.outside === 0)
      throw new UsageError(`none of the ${log.lines.all} lines is one of Postfix.`);
    const target = {
      local: "log" as const,
      name: words[0] === "-" ? "standard input" : words.join(" "),
      gathered: log,
    };
    if (given.json) {
      const { withReport } = await import("./queue-json.js");
      return withReport({ log }, shell, (captured) => judgeGathered(target, settings, given, captured));
    }
    const own = settings.reporters.filter((one) => !one.includes(":"));
    if (!given.quiet && own.every((one) => one === "text")) {
      const { logScreen } = await import("./log-screen.js");
      await shell.stdout.write(`${logScreen(log, looksOf(shell.stdout, shell, given))}\n`);
    }
    return judgeGathered(target, settings, given, shell);
  },
});
