import { terminal } from "../clean.js";
import type { Ranked } from "../log/ranking.js";
import type { Delay, Failing, Summary } from "../log/summary.js";
import { bytes } from "../queue/size.js";
import type { Out } from "../reporter.js";
import { type Palette, palette } from "../view/palette.js";
import { padStart, shorten, wrap } from "../view/width.js";
import { counted, duration, number } from "../view/words.js";

interface Page extends Palette {
  columns: number;
}

/** What a log tells: totals, when, and what failed and why. */
export function logScreen(log: Summary, out: Omit<Out, "write">): string {
  const page: Page = { ...palette(out), columns: Math.min(out.columns, 120) };
  const blocks = [
    head(page, log),
    failing(page, "Deferred, by cause", log.deferrals),
    failing(page, "Bounced, by cause", log.bounces),
    ranked(page, "Rejected, by kind", log.rejects),
    ranked(
      page,
      "Logins that failed, by address",
      log.logins.attacks.map((one) => ({ name: one.address, count: one.failures })),
    ),
    ranked(page, "TLS that failed", log.tls.failures),
    ranked(page, "Postscreen", log.postscreen),
    ranked(page, "Senders", log.senders),
    ranked(
      page,
      "Destinations",
      log.domains.map((one) => ({ name: one.domain, count: one.delivered, bytes: one.bytes })),
    ),
    ranked(page, "Fatal", log.fatal),
    ranked(page, "Warnings", log.warnings),
  ];
  return blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => `${lines.map((line) => page.spell(line)).join("\n")}\n`)
    .join("\n");
}

const minute = (at: number): string => new Date(at).toISOString().slice(0, 16).replace("T", " ");

function head(page: Page, log: Summary): string[] {
  const { from, to, files, lines, totals, unfinished, hours, delay, stages, forgotten, dropped } = log;
  const span = from === null || to === null ? "nothing" : `${minute(from)} to ${minute(to)}`;
  const peak = hours.reduce((best, one, hour) => (one.delivered > hours[best]!.delivered ? hour : best), 0);
  const odd = lines.unreadable + lines.long;
  return [
    ...text(
      page,
      `${span}, ${counted(files, "file")}, ${counted(lines.all, "line")}, ${counted(unfinished, "message")} unfinished`,
      0,
    ),
    ...text(
      page,
      `received ${number(totals.received)} · delivered ${number(totals.delivered)} · deferred ${number(totals.deferred)} (${counted(totals.deferrals, "try", "tries")}) · bounced ${number(totals.bounced)} · rejected ${number(totals.rejected)} · held ${number(totals.held)} · expired ${number(totals.expired)} · ${bytes(totals.bytesReceived)} in · ${bytes(totals.bytesDelivered)} out`,
      2,
    ),
    ...text(page, `busiest hour ${String(peak).padStart(2, "0")}:00, ${number(hours[peak]!.delivered)} delivered`, 2),
    ...text(
      page,
      `delay ${spread(delay)}; 95 of 100 within: before the queue ${seconds(stages.before.p95)}, in it ${seconds(stages.queue.p95)}, connecting ${seconds(stages.connect.p95)}, sending ${seconds(stages.send.p95)}`,
      2,
    ),
    ...(odd > 0 ? text(page, `${counted(odd, "line")} could not be read`, 2) : []),
    ...log.unreadable.map((line) => page.dim(`    ${shorten(terminal(line), page.columns - 4, page.ellipsis)}`)),
    ...(lines.other > 0 ? text(page, `${counted(lines.other, "line")} of other programs`, 2) : []),
    ...(lines.outside > 0 ? text(page, `${counted(lines.outside, "line")} before or after the time asked for`, 2) : []),
    ...(forgotten + dropped > 0
      ? text(
          page,
          `${counted(forgotten, "message")} and ${counted(dropped, "rare name")} given up to save memory: lists are not exact`,
          2,
        )
      : []),
  ];
}

const seconds = (value: number): string => (value < 60 ? `${value.toFixed(1)} s` : duration(value * 1_000));
const spread = ({ median, p95, longest }: Delay): string =>
  `${seconds(median)} for half, ${seconds(p95)} for 95 of 100, ${seconds(longest)} at most`;

function failing(page: Page, title: string, list: readonly Failing[]): string[] {
  if (list.length === 0) return [];
  return [
    page.bold(title),
    ...list.slice(0, 6).flatMap(({ count, cause, means, remedy, destinations, who }) => {
      const mark = who === "nobody" ? " " : page.paint("warn", page.symbols.warn);
      const at = destinations[0] === undefined ? "" : `, most at ${terminal(destinations[0].name)}`;
      return [
        ...text(page, `${cause}${at}`, 10).map((line, index) =>
          index === 0 ? `${mark} ${padStart(number(count), 6)}${line.slice(8)}` : line,
        ),
        ...text(page, `${means}; ${remedy}`, 10).map(page.dim),
      ];
    }),
  ];
}

function ranked(page: Page, title: string, list: readonly Pick<Ranked, "name" | "count">[]): string[] {
  if (list.length === 0) return [];
  return [
    page.bold(title),
    ...list.map(
      ({ name, count }) =>
        `${padStart(number(count), 8)}  ${shorten(terminal(name), page.columns - 10, page.ellipsis)}`,
    ),
  ];
}

function text(page: Page, said: string, indent: number): string[] {
  return wrap(said, Math.max(20, page.columns - indent), page.ellipsis).map((line) => " ".repeat(indent) + line);
}
