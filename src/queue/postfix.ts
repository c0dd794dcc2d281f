import { bounds } from "../bounds.js";
import { type Ran, runCommand } from "../net/command.js";
import { UsageError } from "../usage.js";

/** The tools of one Postfix, and where its files are. What they say by their exit code is not believed. */
export interface Postfix {
  /** Runs a tool to its end; throws where it is missing. */
  run(tool: string, args: readonly string[], how?: { input?: string; take?: (piece: Buffer) => void }): Promise<Done>;
  /** A parameter of its configuration; empty where it has no value. */
  setting(name: string): Promise<string>;
}

export type Done = Extract<Ran, { outcome: "ran" }>;

/** Which Postfix. */
export interface Instance {
  /** The folder of its configuration; that of the default one where left out. */
  config?: string;
  /** Further environment, such as another PATH. */
  env?: Readonly<Record<string, string>>;
  signal?: AbortSignal;
}

export function postfixOf({ config, env = {}, signal }: Instance): Postfix {
  const run: Postfix["run"] = async (tool, args, { input, take } = {}) => {
    const ran = await runCommand(tool, [...(config === undefined ? [] : ["-c", config]), ...args], {
      time: take ? bounds.queue.listing : bounds.queue.time,
      most: bounds.queue.printed,
      env: { ...env },
      ...(input !== undefined && { input }),
      ...(take && { take }),
      ...(signal && { signal }),
    });
    if (ran.outcome === "missing")
      throw new UsageError(await without(tool, env), "mailworthy queue FILE, or - for standard input");
    return ran;
  };
  return {
    run,
    async setting(name) {
      const { code, stdout, stderr } = await run("postconf", ["-h", "-x", name]);
      const value = stdout.trim();
      if (code !== 0) throw new UsageError(`postconf does not tell ${name}: ${faultIn(stderr)}`);
      return value;
    },
  };
}

/** What a tool complains of: the line that ended it, else its last. */
export function faultIn(stderr: string): string {
  const lines = stderr.trim().split("\n");
  return (lines.find((line) => /: (?:fatal|error): /.test(line)) ?? lines.at(-1) ?? "").slice(0, 300);
}

/** Other mail servers, a tool that each has, and what lists their queue. */
const others = [
  ["Exim", "exim4", ["-bV"], "exim4 -bp"],
  ["Exim", "exim", ["-bV"], "exim -bp"],
  ["OpenSMTPD", "smtpctl", ["help"], "smtpctl show queue"],
  ["qmail", "qmail-qread", ["-h"], "qmail-qread"],
  ["Sendmail", "sendmail", ["-d0.1", "-bv", "root"], "mailq"],
] as const;

/** What to say where a tool of Postfix is missing: which other mail server is here, and what lists its queue. */
async function without(tool: string, env: Readonly<Record<string, string>>): Promise<string> {
  for (const [name, program, args, lists] of others) {
    const ran = await runCommand(program, args, { time: 5_000, most: 64 * 1024, env }).catch(() => undefined);
    if (ran?.outcome === "ran")
      return `no Postfix on this machine, but ${name}; its queue is not read yet. It lists it with: ${lists}`;
  }
  return `no Postfix on this machine: ${tool} is missing.`;
}
