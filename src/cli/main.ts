import { nearest } from "../nearest.js";
import { UsageError } from "../usage.js";
import { commands, type Head } from "./commands.js";
import { everywhere } from "./flags.js";
import { commandHelp, firstSteps, rootHelp } from "./help.js";
import type { Shell } from "./shell.js";

/** Runs the command line and resolves to the exit code. */
export async function main(argv: readonly string[], shell: Shell): Promise<number> {
  let by = "mailworthy";
  try {
    const { head, rest, named } = commandOf(argv);
    const asked = rest.slice(0, rest.includes("--") ? rest.indexOf("--") : undefined);
    if (asked.some((word) => word === "-V" || word === "--version")) {
      const { version } = await import("../version.js");
      await shell.stdout.write(`mailworthy ${version}\n`);
      return 0;
    }
    const wantsHelp = asked.some((word) => word === "-h" || word === "--help");
    if (wantsHelp && !named) {
      await shell.stdout.write(rootHelp());
      return 0;
    }
    if (argv.length === 0 && !(await hasTargets(shell))) {
      await shell.stderr.write(firstSteps());
      return 2;
    }
    const command = (await head.load()).default;
    if (wantsHelp) {
      await shell.stdout.write(commandHelp(command));
      return 0;
    }
    const [{ parse }, { refuseKeys }] = await Promise.all([import("./parse.js"), import("./keys.js")]);
    refuseKeys(argv, shell.env);
    by = `mailworthy ${head.name}`;
    const { flags, words } = await parse(command, rest);
    by = "mailworthy";
    return await command.run(shell, flags, words);
  } catch (error) {
    // Whoever reads has gone: there is nobody to tell, and nothing wrong.
    if ((error as NodeJS.ErrnoException)?.code === "EPIPE") return 0;
    const [{ complaint }, { concealed }] = await Promise.all([import("./complaint.js"), import("./keys.js")]);
    const columns = Math.min(shell.stderr.columns || 100, 120);
    const told = concealed(complaint(error, { by, columns, trace: argv.includes("-vvv") }), shell.env);
    await shell.stderr.write(told).catch(() => {});
    if (
      !argv.some((word, at) => /^(?:-r|--reporter=)nagios$/.test(word) || (word === "nagios" && asksFor(argv[at - 1])))
    )
      return 2;
    // Monitoring systems read standard output alone, and 2 is an alarm to them.
    const { nagios } = await import("../clean.js");
    await shell.stdout
      .write(`MAILWORTHY UNKNOWN - ${nagios(told.replace(/^mailworthy[^:]*: /, "").split("\n")[0]!)}\n`)
      .catch(() => {});
    return 3;
  }
}

const asksFor = (word: string | undefined): boolean => word === "-r" || word === "--reporter";

/**
 * The command that the first word names. A word with a dot, a slash or an at sign, or a lone hyphen, is a target; any
 * other word must be a command, so that a typing error is never audited.
 */
function commandOf(argv: readonly string[]): { head: Head; rest: string[]; named: boolean } {
  const rest = [...argv];
  const at = firstWord(argv);
  const word = at === undefined ? undefined : argv[at]!;
  if (word === undefined || word === "-" || /[./@]/.test(word)) return { head: commands[0]!, rest, named: false };
  const listing = argv.slice(0, at).some((flag) => /^(?:-\w*l\w*|--list)$/.test(flag));
  if (listing) return { head: commands[0]!, rest, named: false };
  const head = commands.find(({ name }) => name === word);
  if (!head) throw unknownCommand(word);
  rest.splice(at!, 1);
  return { head, rest, named: true };
}

/** Where the first word stands that is neither a flag nor the value of one. */
function firstWord(argv: readonly string[]): number | undefined {
  for (let at = 0; at < argv.length; at++) {
    const arg = argv[at]!;
    if (arg === "--") return undefined;
    if (arg === "-" || !arg.startsWith("-")) return at;
    const name = arg.startsWith("--")
      ? arg.slice(2)
      : Object.keys(everywhere).find((flag) => everywhere[flag]!.short === arg.at(-1));
    if (name && everywhere[name]?.value !== undefined) at++;
  }
  return undefined;
}

function unknownCommand(word: string): UsageError {
  const meant = nearest(
    word,
    commands.map(({ name }) => name),
  );
  const near = meant ? ` Did you mean ${meant}?` : "";
  return new UsageError(
    `no command "${word}".${near}\n  A domain has a dot. For a host really named ${word}: mailworthy audit ${word}`,
  );
}

/** Whether a configuration is found that names what to audit. */
async function hasTargets({ cwd, env }: Shell): Promise<boolean> {
  const { findConfig } = await import("../load.js");
  return Boolean(env["MAILWORTHY_CONFIG"]) || (await findConfig(cwd)) !== undefined;
}
