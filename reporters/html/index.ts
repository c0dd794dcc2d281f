import {
  closing,
  counted,
  defineReporter,
  nounOf,
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
} from "mailworthy";
import { foot, head, overview } from "./page.js";
import { section } from "./section.js";

/** So many targets of each status in full, and in a line each: a page stays one that a browser opens. */
const inFull = 50;
const inLines = 1_000;

/** One page that stands alone: opens from disk, needs no script and asks nobody for anything. */
export default defineReporter({
  name: "html",
  title: "one page that stands alone",
  open(out, options) {
    const views = new Worst<View>(options.all ? Infinity : inFull);
    const rows = new Worst<Row>(options.all ? Infinity : inLines);
    const recurring = new Recurring();
    const own: View[] = [];
    let opening: Opening | undefined;
    let rules: Rules = new Map();
    return {
      start(said: Opening) {
        opening = said;
        rules = new Map(said.checks.map((check) => [check.id, check]));
      },
      report(report: Report) {
        const seen = view(report, rules, opening?.profiles);
        if (!report.target) {
          own.push(seen);
          return;
        }
        views.add(seen);
        if (seen.status !== "pass" && seen.status !== "skip") rows.add(rowOf(seen));
        recurring.add(seen);
      },
      async end(summary: Summary) {
        const end = closing(summary, opening?.total);
        const shown = views.all();
        const [first] = shown;
        const alone = shown.length === 1 && summary.targets === 1;
        await out.write(await head(`${alone ? first!.name : counted(summary.targets, nounOf(summary))}: ${end.word}`));
        if (!alone) {
          const links = new Map(shown.map(({ name }, at) => [name, `d-${at}`]));
          const linked = rows.all().map((row) => {
            const link = links.get(row.name);
            return { row, ...(link !== undefined && { link }) };
          });
          await out.write(overview(summary, end, linked, recurring.top()).text);
        }
        for (const [at, seen] of shown.entries()) await out.write(section(seen, `d-${at}`, alone).text);
        const remarkable = own.filter(({ status }) => status !== "pass" && status !== "skip");
        for (const seen of remarkable) await out.write(section(seen, "run", false).text);
        await out.write(foot(summary, end, opening?.settings ?? []));
      },
    };
  },
});
