// Start-up: wall time of a whole process against `node -e 0`, in interleaved rounds; the median of each.
//
//   npm run build && node bench/startup/compare.mjs [ROUNDS]
//
// `--help` and `--version` ought to stay below 1.5; `--list` loads every check.
import { spawnSync } from "node:child_process";

const rounds = Number(process.argv[2] ?? 21);
const commands = {
  "node -e 0": ["-e", "0"],
  "mailworthy --help": ["src/cli/bin.js", "--help"],
  "mailworthy --version": ["src/cli/bin.js", "--version"],
  "mailworthy completion bash": ["src/cli/bin.js", "completion", "bash"],
  "mailworthy --list": ["src/cli/bin.js", "--list"],
};
const times = Object.fromEntries(Object.keys(commands).map((name) => [name, []]));
for (let round = 0; round <= rounds; round++) {
  for (const [name, words] of Object.entries(commands)) {
    const began = performance.now();
    const { status } = spawnSync(process.execPath, words, { stdio: "ignore" });
    if (status !== 0) throw new Error(`${name} ended with ${status}`);
    if (round > 0) times[name].push(performance.now() - began);
  }
}
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const bare = median(times["node -e 0"]);
for (const [name, values] of Object.entries(times)) {
  const ratio = (median(values) / bare).toFixed(2);
  process.stdout.write(`${name.padEnd(28)} ${median(values).toFixed(0).padStart(5)} ms  × ${ratio}\n`);
}
