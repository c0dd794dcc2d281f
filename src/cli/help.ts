import type { Command } from "./command.js";
import { commands, moments } from "./commands.js";
import type { Flag, Flags } from "./flags.js";

/** Help is never wider. */
const columns = 80;

/** Help for the tool as a whole: commands by the moment at which they are wanted. */
export function rootHelp(): string {
  const groups = moments.flatMap((moment) => {
    const rows = commands
      .filter((head) => head.moment === moment)
      .map(({ name, words, about }) => `  ${`${name} ${words}`.padEnd(19)} ${about}`);
    return rows.length > 0 ? [moment, ...rows, ""] : [];
  });
  return text(
    "mailworthy: a test runner for mail",
    "",
    "Usage",
    "  mailworthy TARGET...                  audit domains, or messages: FILE.eml",
    "  mailworthy COMMAND [ARGUMENT...]      (a first word without . / or @)",
    "",
    ...groups,
    "Flags (mailworthy COMMAND --help shows those of a command)",
    "  -r, --reporter NAME[:FILE]   text, json, ... (mailworthy --list reporters)",
    "  -v, --verbose                also what passes; -vv evidence; -vvv traffic",
    "  -q, --quiet                  one line per target",
    "  -c, --config FILE            default: mailworthy.config.{ts,json,yaml,...}",
    "  -h, --help   -V, --version   -l, --list",
    "",
    "Exit codes",
    "  0 nothing failed   1 something failed   2 not run: usage, config, input",
    "  3 nothing failed but something is unknown   130 interrupted",
    "",
    "Examples",
    "  mailworthy example.com",
    "  mailworthy --targets domains.txt --preset gmail-bulk --json",
    "  mailworthy newsletter.eml --preset gmail-bulk",
    "  mailworthy explain spf/lookup-limit",
    "  mailworthy explain gmail-bulk",
  );
}

/** For who called the tool with nothing. */
export function firstSteps(): string {
  const rows = commands.flatMap(({ first }) => (first ? [[`mailworthy ${first[0]}`, first[1]] as const] : []));
  return text(
    "mailworthy: a test runner for mail",
    "",
    ...[...rows, ["mailworthy --help", "everything else"] as const].map(
      ([example, about]) => `  ${example.padEnd(30)} ${about}`,
    ),
  );
}

/** Help for a command: its flags by the question that they answer. */
export function commandHelp({ name, about, usage, flags, exits, examples }: Command): string {
  const rows = Object.entries(flags as Flags);
  const questions = [...new Set(rows.map(([, { group }]) => group))];
  return text(
    `mailworthy ${name}: ${about}`,
    "",
    "Usage",
    ...usage.flatMap(([form, note]) => row(`  mailworthy ${form}`, note, 33)),
    "",
    ...questions.flatMap((question) => [
      question,
      ...rows.filter(([, { group }]) => group === question).flatMap(flagRow),
      "",
    ]),
    ...(exits.length > 0 ? ["Exit codes", ...exits.map((line) => `  ${line}`), ""] : []),
    "Examples",
    ...examples.map((example) => `  ${example}`),
  );
}

const flagRow = ([name, { short, value, help }]: [string, Flag]): string[] =>
  row(`  ${short ? `-${short},` : "   "} --${name}${value ? ` ${value}` : ""}`, help, 28);

/** Two columns, the second wrapped; on the next line where the first is too long. */
function row(left: string, right: string, at: number): string[] {
  const lines = [""];
  for (const word of right.split(" ")) {
    const last = lines.at(-1)!;
    if (last !== "" && at + last.length + 1 + word.length > columns) lines.push(word);
    else lines[lines.length - 1] = last === "" ? word : `${last} ${word}`;
  }
  if (left.length >= at) return [left, ...lines.map((line) => `${" ".repeat(at)}${line}`)];
  return lines.map((line, index) => `${(index === 0 ? left : "").padEnd(at)}${line}`.trimEnd());
}

const text = (...lines: string[]): string => `${lines.join("\n")}\n`;
