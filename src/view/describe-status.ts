import { bounceReasons } from "../data/bounce-reasons.js";
import { statusCodes } from "../data/status-codes.js";
import type { Out } from "../reporter.js";
import { palette } from "./palette.js";
import { padEnd, wrap } from "./width.js";

const classes: Readonly<Record<string, string>> = {
  "2": "success: this step was done",
  "4": "temporary: the sending server tries again by itself, until its queue time ends",
  "5": "permanent: the sending server gives up at once",
};

/** A registered status code, as it is explained. */
export interface DescribedStatus {
  code: string;
  title: string;
  class: string;
  /** What a bounce with it is about where its text tells nothing; null where the code alone does not tell, or all is well. */
  reason: string | null;
  means: string | null;
  who: string | null;
  remedy: string | null;
  /** Ids of the checks that confirm the cause. */
  checks: readonly string[];
}

/** A status code of the registry (RFC 3463, RFC 5248), such as 5.2.2; undefined where it is none. */
export function describeStatus(code: string): DescribedStatus | undefined {
  const [, digit = "", rest = ""] = /^([245])\.(\d\.\d{1,3})$/.exec(code) ?? [];
  const entry = Object.hasOwn(statusCodes, rest) ? statusCodes[rest] : undefined;
  if (!entry) return undefined;
  const [title, name] = entry;
  const reason = digit === "2" || name === null || name === "delivered" ? null : name;
  const { means = null, who = null, remedy = null, checks = [] } = reason === null ? {} : bounceReasons[reason];
  return { code, title, class: classes[digit]!, reason, means, who, remedy, checks };
}

/** The same as a page. */
export function explainStatus(status: DescribedStatus, out: Omit<Out, "write">): string {
  const { bold, dim, spell, ellipsis } = palette(out);
  const columns = Math.min(out.columns, 120);
  const unsaid =
    status.class === classes["2"] ? "nothing is to be done" : "the code alone does not tell; the text of the reply may";
  const rows: [name: string, text: string | null][] = [
    ["class", status.class],
    [status.means === null ? "means" : "bounce", status.means ?? unsaid],
    ["who", status.who],
    ["next", status.remedy],
    ["reason", status.reason],
    ["checks", status.checks.join(", ") || null],
  ];
  const lines = rows.flatMap(([name, text]) =>
    text === null
      ? []
      : wrap(text, Math.max(20, columns - 10), ellipsis).map(
          (line, at) => `  ${at === 0 ? dim(padEnd(name, 8)) : " ".repeat(8)}${line}`,
        ),
  );
  return `${[`${bold(status.code)}  ${status.title}`, ...lines].map(spell).join("\n")}\n`;
}
