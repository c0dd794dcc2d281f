import { bounds } from "../bounds.js";
import { UsageError } from "../usage.js";
import type { Shell } from "./shell.js";

/**
 * A secret of the user's: from the file that is named, else from MAILWORTHY_PASSWORD, else typed without being shown. Never
 * from the command line, where others can read it.
 */
export async function secretOf(question: string, file: string | undefined, shell: Shell): Promise<string> {
  const { MAILWORTHY_PASSWORD: given } = shell.env;
  const secret = file !== undefined ? await firstLine(file, shell) : given || (await typed(question, shell));
  if (secret === "") throw new UsageError("the password is empty.");
  if (/[\0\r\n]/.test(secret)) throw new UsageError("a password is one line.");
  return secret;
}

async function typed(question: string, shell: Shell): Promise<string> {
  if (shell.stdin.tty) return shell.askSecret(question);
  throw new UsageError(
    "no password.",
    "MAILWORTHY_PASSWORD in the environment, --password-file FILE, or a terminal to type on",
  );
}

async function firstLine(file: string, shell: Shell): Promise<string> {
  if (file === "-") {
    for await (const line of shell.stdin.lines()) return line.slice(0, bounds.probe.password);
    return "";
  }
  const [{ readText }, { resolve }] = await Promise.all([import("../load.js"), import("node:path")]);
  const text = await readText(resolve(shell.cwd, file), file, bounds.probe.password);
  return text.split(/\r?\n/, 1)[0]!;
}
