import { once } from "node:events";
import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";
import { UsageError } from "../usage.js";
import type { Shell, Stream } from "./shell.js";

/** The shell that started this process. */
export function processShell(): Shell {
  const { env, platform, stdin } = process;
  return {
    env,
    platform,
    cwd: process.cwd(),
    stdin: {
      tty: stdin.isTTY ?? false,
      lines: () => createInterface({ input: stdin, crlfDelay: Number.POSITIVE_INFINITY }),
      octets: () => stdin as AsyncIterable<Buffer>,
    },
    stdout: streamOf(process.stdout),
    stderr: streamOf(process.stderr),
    onInterrupt(listener) {
      for (const signal of signals) process.on(signal, listener);
      return () => signals.forEach((signal) => process.off(signal, listener));
    },
    async ask(question) {
      const lines = createInterface({ input: stdin, output: process.stderr });
      try {
        // Who presses Ctrl-C or Ctrl-D has not answered; without this the process could end in the midst of what it does.
        const asked = lines.question(question).catch(unanswered);
        return await Promise.race([asked, once(lines, "close").then(unanswered)]);
      } finally {
        lines.close();
      }
    },
    askSecret,
    leave: (code) => process.exit(code),
  };
}

/** Typed on a terminal that shows nothing of it. */
function askSecret(question: string): Promise<string> {
  const unseen = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: unseen, terminal: true });
  process.stderr.write(question);
  return new Promise<string>((resolve, reject) => {
    lines.once("close", () => reject(new UsageError("no password was typed.")));
    lines.once("SIGINT", () => lines.close());
    lines.once("line", resolve);
  }).finally(() => {
    lines.close();
    process.stderr.write("\n");
  });
}

const unanswered = (): never => {
  throw new UsageError("no answer; stopped.");
};

const signals = ["SIGINT", "SIGTERM"] as const;

function streamOf(stream: NodeJS.WriteStream): Stream {
  // Errors reach whoever wrote; without a listener they would end the process as well.
  stream.on("error", () => {});
  return {
    tty: stream.isTTY ?? false,
    get columns() {
      return stream.columns;
    },
    write: (text) =>
      new Promise((resolve, reject) => stream.write(text, (error) => (error ? reject(error) : resolve()))),
  };
}
