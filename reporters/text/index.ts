import {
  defineReporter,
  lastLine,
  type Opening,
  Recurring,
  type Report,
  type Row,
  rowOf,
  type Rules,
  type Summary,
  view,
  type View,
  Worst,
  worstFirst,
} from "mailworthy";
import { common, fleet, single } from "./fleet.js";
import { pageOf } from "./page.js";
import { ownScreen, screen } from "./screen.js";

/** So many targets are shown in full; of more, so many that fail. */
const whole = 3;
/** So many lines of a kind, without `--all`. */
const lines = 20;

/** For people at a terminal, or reading a log: what is wrong first, what passes as a count. */
export default defineReporter({
  name: "text",
  title: "for people: what is wrong first, with evidence and fix",
  closes: true,
  open(out, options) {
    const page = pageOf(out, options);
    const rows = new Worst<Row>(page.all ? Infinity : lines);
    const recurring = new Recurring();
    const first: View[] = [];
    const failing: View[] = [];
    let rules: Rules = new Map();
    let profiles: Opening["profiles"] = [];
    let total: number | undefined;
    let live = false;
    let own: View | undefined;
    let targets = 0;
    let written = false;

    /** Blocks are set apart by a blank line. */
    const write = async (block: readonly string[]): Promise<void> => {
      if (block.length === 0) return;
      await out.write(`${written ? "\n" : ""}${block.join("\n")}\n`);
      written = true;
    };

    return {
      start(opening: Opening) {
        rules = new Map(opening.checks.map((check) => [check.id, check]));
        profiles = opening.profiles;
        total = opening.total;
        live = opening.live ?? false;
      },

      async report(report: Report) {
        const seen = view(report, rules, profiles);
        if (!report.target) {
          own ??= seen;
          if (!options.quiet) await write(ownScreen(page, seen, total === 1));
          return;
        }
        targets++;
        if (options.quiet) return out.write(`${single(page, rowOf(seen))}\n`);
        if (page.verbose > 0 || live) return write(screen(page, seen, total === 1 ? { own } : undefined));
        if (targets <= whole) first.push(seen);
        else if (targets === whole + 1) first.length = 0;
        if (seen.status === "fail" && failing.length <= whole) failing.push(seen);
        if (seen.status !== "pass" && seen.status !== "skip") rows.add(rowOf(seen));
        recurring.add(seen);
      },

      async end(summary: Summary) {
        const inFull = targets <= whole ? first : failing.length <= whole ? failing : [];
        const ordered = worstFirst.flatMap((status) => inFull.filter((one) => one.status === status));
        for (const one of ordered) await write(screen(page, one, targets === 1 ? { own } : undefined));
        if (targets > whole && !options.quiet && !live && page.verbose === 0) {
          const left = rows.all().filter(({ name }) => !ordered.some((one) => one.name === name));
          await write(fleet(page, left, summary));
          await write(common(page, summary, recurring.top()));
        }
        await write([lastLine(summary, out, total)]);
      },
    };
  },
});
