import { terminal } from "../clean.js";
import { type Problem, UsageError } from "../usage.js";
import { shorten, wrap } from "../view/width.js";
import { counted } from "../view/words.js";
import type { Shell } from "./shell.js";

/** What went wrong, as it is printed: where, what, the line with a pointer, and one thing to do. */
export function complaint(
  error: unknown,
  { by, columns, trace }: { by: string; columns: number; trace: boolean },
): string {
  if (error instanceof UsageError) {
    const lines =
      error.problems.length > 0
        ? error.problems.flatMap((problem) => located(problem, columns))
        : error.message.split("\n").map((line, at) => (at === 0 ? `${by}: ` : "") + terminal(line));
    return [...lines, ...(error.next ? [`  next: ${terminal(error.next)}`] : [])].join("\n") + "\n";
  }
  const fault = error instanceof Error ? error : new Error(String(error));
  // The system refused something: a full disk, a terminal that is gone.
  if ("syscall" in fault) return `${by}: ${terminal(fault.message)}\n`;
  const stack = trace ? (fault.stack ?? "").split("\n").slice(1) : [];
  const more = trace ? [] : ["  next: the same with -vvv shows where"];
  return (
    [`${by}: a fault of mailworthy itself: ${terminal(fault.message)}`, ...stack.map(terminal), ...more].join("\n") +
    "\n"
  );
}

/** Why the system does not let a file be written. */
export function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  const known: Record<string, string> = {
    ENOENT: "no such folder",
    EACCES: "it may not be written",
    ENOSPC: "the disk is full",
    EROFS: "the disk is read-only",
    EISDIR: "it is a folder",
  };
  return known[code ?? ""] ?? message;
}

/** A problem in a file. */
export function located({ file, line, column = 1, text, source, hint, note }: Problem, columns: number): string[] {
  const place = [terminal(file), ...(line === undefined ? [] : [line, column])].join(":");
  const lines = [`${place}: ${terminal(text)}`];
  if (line !== undefined && source !== undefined && source.trim() !== "") {
    const margin = `  ${line} | `;
    lines.push(margin + cut(terminal(source), columns - margin.length));
    if (hint && column + margin.length < columns - 20)
      lines.push(`${" ".repeat(margin.length + column - 1)}^ ${terminal(hint)}`);
    else if (hint) lines.push(`  ${terminal(hint)}`);
  } else if (hint) {
    lines.push(`  ${terminal(hint)}`);
  }
  if (note) lines.push(...wrap(terminal(note), columns - 4).map((words) => `  ${words}`));
  return lines;
}

/** The beginning of a line: what is complained about stands there, and its place must not move. */
const cut = (text: string, columns: number): string =>
  text.length <= columns ? text : shorten(text.slice(0, columns - 1) + "…", columns);

/** Files that could not be read, on standard error: the first ten, and how many more of `broken` there are. */
export async function tellProblems(
  problems: readonly Problem[],
  broken: number,
  { stderr }: Pick<Shell, "stderr">,
  all = false,
): Promise<void> {
  const shown = all ? problems : problems.slice(0, 10);
  const columns = Math.min(stderr.columns || 100, 120);
  for (const problem of shown) for (const line of located(problem, columns)) await stderr.write(`${line}\n`);
  const more = broken - shown.length;
  if (more > 0) await stderr.write(`and ${counted(more, "more file")} that cannot be read\n`);
}
