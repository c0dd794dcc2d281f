import { bytes } from "../queue/size.js";
import type { Census, Destination, Holdup } from "../queue/census.js";
import { terminal } from "../clean.js";
import { command } from "../command.js";
import type { Out } from "../reporter.js";
import { type Palette, palette } from "../view/palette.js";
import { padEnd, padStart, shorten, width, wrap } from "../view/width.js";
import { counted, duration, moment, number, span } from "../view/words.js";

interface Page extends Palette {
  columns: number;
  all: boolean;
}

/** Destinations and causes that are shown where not all are wished. */
const few = { destinations: 10, causes: 5 };

/** What waits: counts, how long it has by destination, and why. */
export function queueScreen(census: Census, all: boolean, out: Omit<Out, "write">): string {
  const page: Page = { ...palette(out), columns: Math.min(out.columns, 120), all };
  const blocks = [head(page, census), table(page, census), why(page, census), next(page, census)];
  return blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => `${lines.map((line) => page.spell(line)).join("\n")}\n`)
    .join("\n");
}

/** Milliseconds as `40 s`, `12 min`, `2 h 5 min`, `11 days`. */
export const since = (age: number): string =>
  age < 60_000
    ? `${Math.max(0, Math.floor(age / 1_000))} s`
    : age < 3_600_000
      ? `${Math.floor(age / 60_000)} min`
      : age < 48 * 3_600_000
        ? duration(age)
        : span(age);

/** `deferred 1,482 (oldest 2 days, 61 MB) · active 12`. */
function head(page: Page, census: Census): string[] {
  const { queues, spool, at, unreadable } = census;
  const order = ["deferred", "active", "incoming", "maildrop", "hold"];
  const said = order.flatMap((name) => {
    const queue = queues[name];
    if (!queue) return name === "deferred" ? ["nothing deferred"] : [];
    const oldest = queue.oldest === null ? "" : ` (oldest ${since(at - queue.oldest)}, ${bytes(queue.bytes)})`;
    return [`${name} ${number(queue.messages)}${oldest}`];
  });
  const corrupt = "unread" in spool ? [] : [`corrupt ${number(spool.corrupt.length)}`];
  const told = "unread" in spool ? undefined : spool.next;
  const tries =
    told === undefined || told.first === null
      ? []
      : [
          told.first <= at
            ? `next try: now; ${counted(told.due, "message is", "messages are")} due`
            : `next try: in ${since(told.first - at)}, at ${moment(new Date(told.first).toISOString())}`,
        ];
  return [
    ...wrapped(page, [...said, ...corrupt].join(" · "), 0),
    ...tries.flatMap((line) => wrapped(page, line, 0)),
    ...("unread" in spool && !spool.gone
      ? wrapped(page, `${spool.unread}; sudo shows corrupt files and the next try`, 0)
      : []),
    ...(unreadable > 0 ? wrapped(page, `${counted(unreadable, "line")} of the listing could not be read`, 0) : []),
  ];
}

const headings = ["5m", "10m", "20m", "40m", "80m", "3h", "5h", "11h", "21h", ">"];

/** Destinations by the age of what waits for them; narrow screens have two buckets in one, and narrower ones none. */
function table(page: Page, { destinations, others, ages, queues }: Census): string[] {
  const total = queues["deferred"]?.messages ?? 0;
  if (total === 0) return [];
  const shown = destinations.slice(0, page.all ? undefined : few.destinations);
  const left = destinations.slice(shown.length);
  const rest = left.reduce(
    (sum, one) => ({ count: sum.count + 1, messages: sum.messages + one.messages, ages: added(sum.ages, one.ages) }),
    { count: others.destinations, messages: others.messages, ages: [...others.ages] },
  );
  const step = page.columns >= 72 ? 1 : page.columns >= 50 ? 2 : 10;
  const heads = step === 10 ? [] : merged(headings, step, (group) => group.at(-1)!);
  const whole = Math.max(5, number(total).length + 1);
  const room = page.columns - 2 - whole - heads.length * 5;
  const row = (name: string, messages: number, counts: readonly number[]): string =>
    [
      padEnd(shorten(name, room - 1, page.ellipsis), room),
      padStart(number(messages), whole),
      ...(step === 10 ? [] : merged(counts, step, sum)).map((count) => padStart(short(count), 5)),
    ].join("");
  const line = ({ domain, messages, ages: counts }: Destination): string => {
    const heavy = messages * 10 >= total && messages >= 10;
    return `${heavy ? page.paint("warn", page.symbols.warn) : " "} ${row(terminal(domain), messages, counts)}`;
  };
  return [
    page.dim(`  ${padEnd("to", room)}${padStart("all", whole)}${heads.map((name) => padStart(name, 5)).join("")}`),
    `  ${row("TOTAL", total, ages)}`,
    ...shown.map(line),
    ...(rest.count > 0 ? [`  ${row(counted(rest.count, "other"), rest.messages, rest.ages)}`] : []),
  ];
}

const sum = (group: readonly number[]): number => group.reduce((all, one) => all + one, 0);
const added = (a: readonly number[], b: readonly number[]): number[] => a.map((one, at) => one + (b[at] ?? 0));
const short = (count: number): string => (count < 10_000 ? String(count) : `${Math.floor(count / 1_000)}k`);

function merged<T>(list: readonly T[], step: number, join: (group: readonly T[]) => T): T[] {
  return Array.from({ length: Math.ceil(list.length / step) }, (_, at) => join(list.slice(at * step, (at + 1) * step)));
}

/** Why it waits: what holds up much of it by destination, the rest by cause, with what to do. */
function why(page: Page, { causes, at, queues }: Census): string[] {
  if (causes.length === 0) return [];
  const total = queues["deferred"]?.messages ?? 0;
  const large = causes.findIndex(({ messages }, index) => index >= few.causes || messages * 20 < total);
  const alone = page.all ? causes.length : causes.length <= few.causes ? causes.length : Math.max(1, large);
  const wide = Math.max(4, number(causes[0]!.messages).length);
  const rest = new Map<string, { one: Holdup; messages: number; destinations: number }>();
  for (const one of causes.slice(alone)) {
    const sum = rest.get(one.cause) ?? { one, messages: 0, destinations: 0 };
    rest.set(one.cause, {
      one,
      messages: sum.messages + one.messages,
      destinations: sum.destinations + one.destinations,
    });
  }
  const folded = [...rest.values()].sort((a, b) => b.messages - a.messages);
  return [
    page.bold("Why"),
    ...causes.slice(0, alone).flatMap((one) => holdup(page, one, one.domain, wide, at)),
    ...folded.flatMap(({ one, messages, destinations }) =>
      destinations === 1
        ? holdup(page, one, one.domain, wide, at)
        : holdup(page, { ...one, messages, example: null }, counted(destinations, "other destination"), wide),
    ),
  ];
}

function holdup(page: Page, one: Holdup, to: string, wide: number, at?: number): string[] {
  const { cause, messages, who, means, remedy, checks, oldest, example } = one;
  const mark = who === "nobody" ? " " : page.paint("warn", page.symbols.warn);
  const indent = wide + 4;
  const room = page.columns - indent;
  const name = terminal(to);
  const about = at === undefined ? cause : `${cause}, the oldest ${since(at - oldest)}`;
  const first = `${mark} ${padStart(number(messages), wide)}  `;
  const column = Math.min(24, room - width(about) - 2);
  const titled =
    width(name) <= column
      ? [`${first}${page.bold(padEnd(name, column))}  ${about}`]
      : [`${first}${page.bold(shorten(name, room, page.ellipsis))}`, ...wrapped(page, about, indent)];
  const said = example === null ? [] : wrapped(page, terminal(example.replace(/\s+/g, " ")), indent);
  return [
    ...titled,
    ...said.slice(0, page.all ? undefined : 3).map(page.dim),
    ...wrapped(page, `${means}; ${remedy}`, indent),
    ...(at === undefined || checks.length === 0
      ? []
      : wrapped(page, `checks ${checks.join(", ")}`, indent).map(page.dim)),
  ];
}

/** The one step that takes most off the queue. */
function next(page: Page, { causes }: Census): string[] {
  const first = causes.find(({ who, messages }) => who !== "nobody" && messages >= 10);
  if (!first) return [];
  const line = `next  ${terminal(command("mailworthy", "queue", "hold", "--to", first.domain))}`;
  const note = `${number(first.messages)}, dry run`;
  const fits = width(line) + 3 + width(note) <= page.columns;
  return fits ? [`${line}   ${page.dim(note)}`] : [line, ...wrapped(page, note, 6).map(page.dim)];
}

function wrapped(page: Page, text: string, indent: number): string[] {
  return wrap(text, Math.max(20, page.columns - indent), page.ellipsis).map((line) => " ".repeat(indent) + line);
}
