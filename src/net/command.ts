import { spawn } from "node:child_process";
import { NetError } from "./net.js";

/** What came of running a program. @public */
export type Ran =
  | { outcome: "missing" }
  /** `code` is null where a signal ended it. */
  | { outcome: "ran"; code: number | null; stdout: string; stderr: string };

/** How a program is run. @public */
export interface RunHow {
  /** Milliseconds, and octets of each stream, at most. */
  time: number;
  most: number;
  /** Written to its standard input. */
  input?: string;
  env?: Readonly<Record<string, string>>;
  signal?: AbortSignal;
  /** Takes its standard output piece by piece, in place of keeping it; it may then be of any length. */
  take?(piece: Buffer): void;
}

/** Where programs are looked for: never in folders that the user's environment names. */
const path = "/usr/sbin:/usr/bin:/sbin:/bin:/usr/local/sbin:/usr/local/bin";

/**
 * Runs a program of this machine, with no shell, and waits for its end. That there is none is a value; throws a NetError
 * where it takes too long, says too much or may not be run. @public
 */
export function runCommand(program: string, args: readonly string[], how: RunHow): Promise<Ran> {
  const { time, most, input, env, signal, take } = how;
  const shown = [program, ...args].join(" ").slice(0, 200);
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      stdio: [input === undefined ? "ignore" : "pipe", "pipe", "pipe"],
      env: { PATH: path, LC_ALL: "C", ...env },
      timeout: time,
      killSignal: "SIGKILL",
      ...(signal && { signal }),
    });
    const streams: { out: Buffer[]; err: Buffer[] } = { out: [], err: [] };
    const sizes = { out: 0, err: 0 };
    let fault: unknown;
    const stop = (why: unknown): void => {
      fault ??= why;
      child.kill("SIGKILL");
    };
    const keep = (of: "out" | "err") => (piece: Buffer) => {
      sizes[of] += piece.length;
      if (sizes[of] <= most) streams[of].push(piece);
      else stop(new NetError("limit", `${shown} prints more than ${most} bytes`));
    };
    const pass = (piece: Buffer): void => {
      try {
        if (fault === undefined) take!(piece);
      } catch (error) {
        stop(error);
      }
    };
    child.stdout!.on("data", take ? pass : keep("out"));
    child.stderr!.on("data", keep("err"));
    child.stdin?.on("error", () => {}); // it may end without reading
    child.stdin?.end(input);
    child.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return resolve({ outcome: "missing" });
      if (signal?.aborted) return reject(new NetError("interrupted", `${shown} was stopped`));
      reject(new NetError("blocked", `${shown} cannot be run: ${error.message}`));
    });
    child.on("close", (code, killedBy) => {
      if (fault !== undefined) return reject(fault);
      if (killedBy === "SIGKILL" && child.killed)
        return reject(new NetError("timeout", `${shown}: no end in ${time / 1000} s`));
      const text = (of: "out" | "err"): string => Buffer.concat(streams[of]).toString("utf8");
      resolve({ outcome: "ran", code, stdout: text("out"), stderr: text("err") });
    });
  });
}
