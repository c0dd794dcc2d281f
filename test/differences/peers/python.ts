import { spawn, spawnSync } from "node:child_process";
import { join, resolve } from "node:path";
import type { Case } from "../../conformance/case.js";
import type { Peer } from "../peer.js";

/** The interpreter that Debian's packages go with; `PYTHON` names another, such as one of a virtual environment. */
const python = process.env["PYTHON"] ?? "/usr/bin/python3";
const scripts = resolve("test/differences/peers");

/** A peer behind a script that reads cases and writes answers, a line each. It knows no name server but the records of a case. */
export function pythonPeer(name: string, ops: readonly string[]): Peer {
  const script = join(scripts, `${name}_answers.py`);
  return {
    name,
    ops,
    version() {
      const { status, stdout } = spawnSync(python, [script, "--version"], { encoding: "utf8" });
      return status === 0 ? stdout.trim() : undefined;
    },
    async answers(cases) {
      const child = spawn(python, [script], { stdio: ["pipe", "pipe", "inherit"] });
      let text = "";
      child.stdout.setEncoding("utf8").on("data", (more: string) => (text += more));
      const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
      child.stdin.end(cases.map((one: Case) => `${JSON.stringify(one)}\n`).join(""));
      const code = await ended;
      const lines = text.split("\n").filter(Boolean);
      if (code !== 0 || lines.length !== cases.length) {
        throw new Error(`${name} answered ${lines.length} of ${cases.length} cases and ended with ${code}`);
      }
      return lines.map((line) => JSON.parse(line) as unknown);
    },
  };
}
