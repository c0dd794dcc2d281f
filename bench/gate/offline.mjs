// A gate without a network: wall time of a whole process on a zone of 500 records with one change, against the tool's own
// start-up, in interleaved rounds; the median of each.
//
//   npm run build && node bench/gate/offline.mjs [ROUNDS] [RECORDS]
//
// It ought to take no more than 1.5 times the start-up and 100 ms.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const rounds = Number(process.argv[2] ?? 21);
const records = Number(process.argv[3] ?? 500);
const folder = mkdtempSync(join(tmpdir(), "mailworthy-bench-"));
const before = join(folder, "before.zone");
const after = join(folder, "after.zone");
writeFileSync(before, zone(10));
writeFileSync(after, zone(20));

const commands = {
  "node -e 0": [["-e", "0"], [0]],
  "mailworthy --version": [["src/cli/bin.js", "--version"], [0]],
  "mailworthy --list": [["src/cli/bin.js", "--list"], [0]],
  "mailworthy gate": [
    ["src/cli/bin.js", "gate", after, "--base", before, "--offline"],
    [0, 1, 3],
  ],
};
const times = Object.fromEntries(Object.keys(commands).map((name) => [name, []]));
for (let round = 0; round <= rounds; round++) {
  for (const [name, [words, codes]] of Object.entries(commands)) {
    const began = performance.now();
    const { status } = spawnSync(process.execPath, words, { stdio: "ignore" });
    if (!codes.includes(status)) throw new Error(`${name} ended with ${status}`);
    if (round > 0) times[name].push(performance.now() - began);
  }
}
rmSync(folder, { recursive: true });
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
for (const [name, values] of Object.entries(times))
  process.stdout.write(`${name.padEnd(24)} ${median(values).toFixed(0).padStart(5)} ms\n`);
const gate = median(times["mailworthy gate"]);
for (const start of ["mailworthy --version", "mailworthy --list"]) {
  const most = 1.5 * median(times[start]) + 100;
  process.stdout.write(`against 1.5 × ${start} + 100 ms: × ${(gate / most).toFixed(2)}\n`);
}

/** A zone of a firm: one domain for mail with a preference that changes, and hosts. */
function zone(preference) {
  const head = [
    "$ORIGIN example.com.",
    "$TTL 3600",
    "@ SOA ns1 host 1 7200 3600 1209600 3600",
    "@ NS ns1",
    "ns1 A 192.0.2.53",
    `@ MX ${preference} mx1`,
    "mx1 A 192.0.2.1",
    '@ TXT "v=spf1 mx -all"',
    '_dmarc TXT "v=DMARC1; p=quarantine; rua=mailto:d@example.com"',
  ];
  const hosts = Array.from({ length: records - 7 }, (_, at) => `h${at} A 198.51.100.${at % 250}`);
  return `${[...head, ...hosts].join("\n")}\n`;
}
