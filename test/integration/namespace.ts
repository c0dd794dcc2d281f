import { type ChildProcess, execFileSync, spawn } from "node:child_process";

/**
 * A network of the test's own: a namespace with no way out, in which any address may be given to a real server. Needs
 * root. Everything that is started in it ends with it.
 */
export class Namespace {
  readonly name: string;
  readonly #children: ChildProcess[] = [];

  constructor(name: string, addresses: readonly string[]) {
    this.name = name;
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
    const child = spawn("ip", ["netns", "exec", this.name, command, ...args], { stdio: ["ignore", "pipe", "pipe"] });
    this.#children.push(child);
    return child;
  }

  /** Runs a command to its end without waiting in between, whatever its exit code. */
  run(
    command: string,
    args: readonly string[],
    env: NodeJS.ProcessEnv = {},
  ): Promise<{ status: number; stdout: string; stderr: string }> {
    return new Promise((resolve, reject) => {
      const child = spawn("ip", ["netns", "exec", this.name, command, ...args], {
        stdio: ["ignore", "pipe", "pipe"],
        env: { ...process.env, ...env },
      });
      let stdout = "";
      let stderr = "";
      child.stdout.on("data", (chunk: Buffer) => (stdout += chunk.toString()));
      child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
      child.once("error", reject);
      child.once("close", (status) => resolve({ status: status ?? -1, stdout, stderr }));
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
    try {
      for (const pid of execFileSync("ip", ["netns", "pids", this.name], { encoding: "utf8" })
        .split("\n")
        .filter(Boolean)) {
        process.kill(Number(pid), "SIGKILL");
      }
    } catch {
      // a process that ended in between
    }
    this.#ip("netns", "delete", this.name);
  }

  #ip(...args: string[]): void {
    execFileSync("ip", args, { stdio: ["ignore", "pipe", "pipe"] });
  }
}
