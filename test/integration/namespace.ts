import { type ChildProcess, execFileSync, spawn } from "node:child_process";

export interface Exited {
  status: number;
  stdout: string;
  stderr: string;
}

export interface Running {
  env?: NodeJS.ProcessEnv;
  cwd?: string;
  input?: string;
  /** Hears of the process when it has begun, to watch it or to send it a signal. */
  started?(child: ChildProcess): void;
}

/**
 * A network of the test's own: a namespace with no way out, in which any address may be given to a real server. Needs
 * root. Everything that is started in it ends with it.
 */
export class Namespace {
  readonly name: string;
  readonly #children: ChildProcess[] = [];

  /** Makes it, with these addresses, or stands for one that another process has made. */
  constructor(name: string, addresses?: readonly string[]) {
    this.name = name;
    if (!addresses) return;
    this.#ip("netns", "add", name);
    this.#ip("-n", name, "link", "set", "lo", "up");
    for (const address of addresses) this.#ip("-n", name, "address", "add", address, "dev", "lo");
  }

  /** Runs a command to its end and gives its output. */
  exec(command: string, ...args: string[]): string {
    return execFileSync("ip", ["netns", "exec", this.name, command, ...args], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
    });
  }

  /** Starts a server that stays in the foreground. */
  start(command: string, ...args: string[]): ChildProcess {
    const child = spawn("ip", ["netns", "exec", this.name, command, ...args], { stdio: "ignore" });
    this.#children.push(child);
    return child;
  }

  /** Runs a command to its end without waiting in between, whatever its exit code. */
  run(command: string, args: readonly string[], how: Running = {}): Promise<Exited> {
    const { env = process.env, cwd, input = "", started } = how;
    return new Promise((resolve, reject) => {
      const words = ["netns", "exec", this.name, command, ...args];
      const child = spawn("ip", words, { stdio: "pipe", env, ...(cwd && { cwd }) });
      let stdout = "";
      let stderr = "";
      child.stdout.setEncoding("utf8").on("data", (chunk: string) => (stdout += chunk));
      child.stderr.setEncoding("utf8").on("data", (chunk: string) => (stderr += chunk));
      child.once("error", reject);
      child.once("close", (status) => resolve({ status: status ?? -1, stdout, stderr }));
      child.stdin.on("error", () => {}); // whoever does not read may have ended
      child.stdin.end(input);
      started?.(child);
    });
  }

  /** Loads packet filter rules: `tcp dport 25 ip daddr 192.0.2.29 drop`. */
  filter(...rules: string[]): void {
    const table = ["add table inet t", "add chain inet t in { type filter hook input priority 0; }"];
    for (const line of [...table, ...rules.map((rule) => `add rule inet t in ${rule}`)]) this.exec("nft", line);
  }

  /** Waits until a TCP port takes connections. */
  async opened(ip: string, port: number): Promise<void> {
    for (let left = 100; left > 0; left--) {
      const { status } = await this.run("bash", ["-c", `exec 3<>/dev/tcp/${ip}/${port}`]);
      if (status === 0) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`nothing listens on ${ip}:${port}`);
  }

  close(): void {
    for (const child of this.#children) child.kill("SIGKILL");
    for (const pid of this.#pids()) {
      try {
        process.kill(pid, "SIGKILL");
      } catch {
        // a process that ended in between
      }
    }
    this.#ip("netns", "delete", this.name);
  }

  #pids(): number[] {
    const listed = execFileSync("ip", ["netns", "pids", this.name], { encoding: "utf8" });
    return listed.split("\n").filter(Boolean).map(Number);
  }

  #ip(...args: string[]): void {
    execFileSync("ip", args, { stdio: ["ignore", "pipe", "pipe"] });
  }
}
