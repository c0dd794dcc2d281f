import type { Outcome } from "../bounce/bounced.js";
import type { Summary, Told } from "../bounce/summary.js";
import { terminal } from "../clean.js";
import { bounceReasons } from "../data/bounce-reasons.js";
import { type Palette, palette } from "../view/palette.js";
import type { Out } from "../reporter.js";
import type { Status } from "../result.js";
import { padEnd, padStart, width, wrap } from "../view/width.js";
import { counted, listed, moment, number } from "../view/words.js";

interface Found {
  summary: Summary;
  told: readonly Told[];
  exit: number;
  /** Nothing is left out. */
  all: boolean;
}

interface Page extends Palette {
  columns: number;
}

/** Recipients that are shown one by one; rows of causes, and names in a row, where there are more. */
const few = { recipients: 5, causes: 8, names: 4 };

/** Each recipient of a few; of many, the causes with the commonest first. The last line counts. */
export function screen({ summary, told, exit, all }: Found, out: Omit<Out, "write">): string {
  const page: Page = { ...palette(out), columns: Math.min(out.columns, 120) };
  const single = all || told.length <= few.recipients;
  const blocks = [
    ...(single ? told.map((one) => recipient(page, one)) : []),
    ...(single && !all ? [] : [overview(page, summary, all)]),
    ...(summary.recipients === 0 ? [nothing(page, summary)] : []),
    closing(page, summary, exit),
  ];
  return blocks
    .filter((block) => block.length > 0)
    .map((block) => `${block.map(page.spell).join("\n")}\n`)
    .join("\n");
}

const statuses: Record<Outcome, Status> = {
  failed: "fail",
  expired: "fail",
  complained: "fail",
  delayed: "warn",
  relayed: "pass",
  delivered: "pass",
  expanded: "pass",
};

function recipient(page: Page, one: Told): string[] {
  const { who, retry, means, remedy, checks } = bounceReasons[one.reason];
  const status = statuses[one.outcome];
  const arrived = status === "pass";
  const name = one.address === "" ? "a recipient that is not named" : terminal(one.address);
  const facts = [one.outcome, one.status ?? one.replyCode, arrived ? null : one.reason].filter((word) => word !== null);
  const head = `${page.paint(status, page.symbols[status])} ${page.bold(name)}`;
  const about = facts.join("  ");
  const titled =
    width(name) + 4 + width(about) <= page.columns
      ? [`${head}  ${about}`]
      : [
          ...wrap(name, page.columns - 2, page.ellipsis).map((line, at) =>
            at === 0 ? `${page.paint(status, page.symbols[status])} ${page.bold(line)}` : `  ${line}`,
          ),
          `  ${about}`,
        ];
  const said = [one.host, one.command === null ? null : steps[one.command]].filter((word) => word != null);
  return [
    ...titled,
    ...(one.original === null ? [] : row(page, "for", one.original)),
    ...(said.length > 0 || one.date !== null
      ? row(page, "said", [...said, ...(one.date === null ? [] : [moment(one.date)])].join(", "))
      : []),
    ...(one.diagnostic === null ? [] : row(page, said.length > 0 || one.date !== null ? "" : "said", one.diagnostic)),
    ...row(page, "means", arrivals[one.outcome] ?? means),
    ...(arrived
      ? []
      : [
          ...row(page, "who", `${whose[who]}; ${retrying(one.outcome, retry, one.retriesUntil)}`),
          ...row(page, "next", remedy),
          ...(checks.length > 0 ? row(page, "checks", checks.join(", ")) : []),
        ]),
  ];
}

const whose = {
  "your list": "you, by your list of addresses",
  you: "you, the sender",
  recipient: "the recipient",
  receiver: "the receiver's server",
  "you or receiver": "you or the receiver",
  nobody: "nobody",
} as const;

const arrivals: Partial<Record<Outcome, string>> = {
  relayed: "it was passed on to a server that reports no more about it",
  expanded: "it was passed on to the members of a list or alias",
};

const steps: Readonly<Record<string, string>> = {
  CONN: "on connecting",
  EHLO: "at EHLO",
  STARTTLS: "at STARTTLS",
  MAIL: "at MAIL FROM",
  RCPT: "at RCPT TO",
  DATA: "at DATA or its end",
};

function retrying(outcome: Outcome, retry: boolean, until: string | null): string {
  if (outcome === "delayed") return until === null ? "it is still being tried" : `it is tried until ${moment(until)}`;
  return retry ? "sending it again later may help" : "sending the same again will not help";
}

function row(page: Page, name: string, text: string): string[] {
  const lines = wrap(terminal(text), Math.max(20, page.columns - 10), page.ellipsis);
  return lines.map((line, at) => `  ${at === 0 ? page.dim(padEnd(name, 7)) : " ".repeat(7)}${line}`);
}

/** Counts, the causes as a table, and where it happens most. */
function overview(page: Page, summary: Summary, all: boolean): string[] {
  const causes = all ? summary.causes : summary.causes.slice(0, few.causes);
  const left = summary.causes.slice(causes.length);
  const wide = Math.max(5, number(summary.causes[0]?.recipients ?? 0).length);
  const outcomes = Object.entries(summary.outcomes).sort(([, a], [, b]) => b - a);
  const names = (list: Summary["hosts"]): string =>
    list
      .slice(0, all ? list.length : few.names)
      .map(({ name, recipients }) => `${name} ${number(recipients)}`)
      .join(", ");
  const at = 2 + wide + 2;
  return [
    outcomes.map(([outcome, count]) => `${outcome} ${number(count)}`).join(", "),
    "",
    ...(page.columns - at - 35 < 20
      ? []
      : [`  ${padStart("count", wide)}  ${padEnd("reason", 17)}${padEnd("who can mend it", 17)}what to do`]),
    ...causes.flatMap(({ reason, recipients }) => {
      const { who, remedy } = bounceReasons[reason];
      const count = padStart(number(recipients), wide);
      const room = page.columns - at - 35;
      if (room < 20)
        return [
          `  ${count}  ${page.bold(reason)}, ${who}`,
          ...wrap(remedy, page.columns - at - 1, page.ellipsis).map((line) => `${" ".repeat(at)}${line}`),
        ];
      return wrap(remedy, room, page.ellipsis).map((line, index) =>
        index === 0
          ? `  ${count}  ${page.bold(padEnd(reason, 17))}${padEnd(who, 17)}${line}`
          : `${" ".repeat(at + 34)}${line}`,
      );
    }),
    ...(left.length > 0
      ? [
          `  ${padStart(number(left.reduce((sum, one) => sum + one.recipients, 0)), wide)}  ${counted(left.length, "other reason")} (--all)`,
        ]
      : []),
    "",
    ...row(page, "to", names(summary.domains)),
    ...(summary.hosts.length > 0 ? row(page, "by", names(summary.hosts)) : []),
    ...period(page, summary),
  ];
}

function period(page: Page, { causes }: Summary): string[] {
  const days = causes.flatMap(({ first, last }) => (first === null || last === null ? [] : [first, last])).sort();
  const [from, to] = [days[0], days.at(-1)];
  return from === undefined || to === undefined
    ? []
    : row(page, "when", from === to ? moment(from) : `${moment(from)} to ${moment(to)}`);
}

/** What mails are that tell of no failure. */
function nothing(page: Page, { mails }: Summary): string[] {
  const text = `${mails === 1 ? "this mail is" : "these mails are"} not about a delivery that failed; a bounce comes from the mail system, and says which recipient was not reached`;
  return wrap(text, page.columns - 2, page.ellipsis).map((line, at) =>
    at === 0 ? `${page.symbols.inconclusive} ${line}` : `  ${line}`,
  );
}

function closing(page: Page, summary: Summary, exit: number): string[] {
  const { mails, bounces, complaints, autoReplies, challenges, others, recipients } = summary;
  const kinds = [
    ...(bounces > 0 ? [counted(bounces, "bounce")] : []),
    ...(complaints > 0 ? [counted(complaints, "complaint")] : []),
    ...(autoReplies > 0 ? [counted(autoReplies, "automatic reply", "automatic replies")] : []),
    ...(challenges > 0 ? [counted(challenges, "challenge")] : []),
    ...(others > 0 ? [`${number(others)} of another kind`] : []),
  ];
  const text = `${counted(mails, "mail")}: ${listed(kinds)}; ${counted(recipients, "recipient")}`;
  const status: Status = exit === 0 ? "pass" : "inconclusive";
  const word = recipients === 0 ? "No bounce" : "Explained";
  const end = `exit ${exit}`;
  const lines = wrap(text, Math.max(20, page.columns - 11), page.ellipsis);
  const last = lines.at(-1)!;
  const gap = page.columns - 11 - width(last) - width(end);
  const written = lines.map((line, at) =>
    at === 0 ? `${page.strong(status, word)}  ${line}` : `${" ".repeat(11)}${line}`,
  );
  if (gap < 2) return [...written, page.dim(end)];
  return [...written.slice(0, -1), `${written.at(-1)!}${" ".repeat(gap)}${page.dim(end)}`];
}
