import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type World, worldNet } from "mailworthy/testing";
import type { Clock } from "../../src/cli/clock.js";
import { main } from "../../src/cli/main.js";
import type { Shell } from "../../src/cli/shell.js";
import type { Net } from "../../src/net/net.js";

/** What a test says about the process; the rest is a pipe in an empty folder and an empty environment. */
export interface Setting {
  world?: World;
  env?: Record<string, string>;
  cwd?: string;
  stdin?: string;
  tty?: boolean;
  columns?: number;
  /** Answers that the user types, in order; an error where the terminal ends instead. */
  answers?: (string | Error)[];
  /** In place of the clock, and of the world. */
  clock?: Clock;
  net?: Net;
  /** Called when the run has begun, with the way to interrupt it and what was written so far. */
  interrupt?: (press: () => void, outcome: Outcome) => void;
  /** The live net, not a world: for what serves itself on loopback. */
  live?: boolean;
  /** The folder of programs of a mail server. */
  programs?: string;
  /** Errors that standard output throws. */
  broken?: string;
}

export interface Outcome {
  code: number;
  out: string;
  err: string;
  /** Codes the process was left with. */
  left: number[];
}

export const emptyFolder = (): string => mkdtempSync(join(tmpdir(), "mailworthy-"));

/** Runs a command line in the process of the test. */
export async function mailworthy(argv: readonly string[], setting: Setting = {}): Promise<Outcome> {
  const { world = {}, env = {}, cwd = emptyFolder(), stdin = "", tty = false, columns, broken } = setting;
  const outcome: Outcome = { code: -1, out: "", err: "", left: [] };
  const answers = [...(setting.answers ?? [])];
  const stream = (key: "out" | "err") => ({
    tty,
    ...(columns !== undefined && { columns }),
    async write(text: string) {
      if (broken && key === "out") throw Object.assign(new Error(broken), { code: broken });
      outcome[key] += text;
    },
  });
  const answered = async (question: string): Promise<string> => {
    outcome.err += question;
    const answer = answers.shift() ?? "";
    if (answer instanceof Error) throw answer;
    return answer;
  };
  const shell: Shell = {
    env,
    cwd,
    platform: "linux",
    stdin: {
      tty,
      async *lines() {
        yield* stdin.split("\n");
      },
      async *octets() {
        yield Buffer.from(stdin);
      },
    },
    stdout: stream("out"),
    stderr: stream("err"),
    onInterrupt(listener) {
      setting.interrupt?.(listener, outcome);
      return () => {};
    },
    ask: answered,
    askSecret: answered,
    leave: (code) => void outcome.left.push(code),
    ...(setting.clock && { clock: setting.clock }),
    ...(setting.programs !== undefined && { programs: setting.programs }),
    ...(!setting.live && { net: () => setting.net ?? worldNet(world) }),
  };
  outcome.code = await main(argv, shell);
  return outcome;
}
