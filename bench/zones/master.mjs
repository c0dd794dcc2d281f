// Reading a master file: CPU time of a whole process against named-compilezone, in interleaved rounds; the median of each.
//
//   npm run build && node bench/zones/master.mjs [RECORDS] [ROUNDS]
//
// Needs Debian's `bind9-utils`. At least half as many records a second of CPU ought to be read.
import { spawnSync } from "node:child_process";
import { createWriteStream, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import { fileURLToPath } from "node:url";

if (process.argv[2] === "--read") {
  const { openZones } = await import("../../dist/src/zones/open.js");
  const { zones } = await openZones({ paths: [process.argv[3]], zone: "example.com", from: "bind" });
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  process.stdout.write(JSON.stringify([zones[0].records.length, (userCPUTime + systemCPUTime) / 1e6, maxRSS / 1024]));
} else await compare(Number(process.argv[2] ?? 1_000_000), Number(process.argv[3] ?? 5));

async function compare(records, rounds) {
  const folder = mkdtempSync(join(tmpdir(), "mailworthy-bench-"));
  const file = join(folder, "db.example.com");
  await write(file, records);
  const ours = [];
  const theirs = [];
  for (let round = 0; round < rounds; round++) {
    const read = spawnSync(process.execPath, [fileURLToPath(import.meta.url), "--read", file], { encoding: "utf8" });
    ours.push(JSON.parse(read.stdout));
    theirs.push(named(file));
  }
  rmSync(folder, { recursive: true });
  const [count, seconds, memory] = [0, 1, 2].map((at) => median(ours.map((one) => one[at])));
  const other = median(theirs);
  process.stdout.write(`mailworthy         ${seconds.toFixed(2)} s  ${count} records, ${Math.round(memory)} MB\n`);
  process.stdout.write(`named-compilezone  ${other.toFixed(2)} s\n`);
  process.stdout.write(`records a second of CPU: × ${(other / seconds).toFixed(2)}\n`);
}

/** Names as a large zone has them: addresses, and a mail host, text or alias at most. */
async function write(file, records) {
  const to = createWriteStream(file);
  to.write("$TTL 3600\n@ SOA ns host 1 7200 3600 1209600 300\n@ NS ns\nns A 192.0.2.1\n");
  for (let at = 0, written = 0; written < records; at++) {
    const more = [`h${at} MX 10 h${at + 1}`, `h${at} 60 IN TXT "v=spf1 ip4:192.0.2.1 -all"`, `w${at} CNAME h${at}`][
      at % 4
    ];
    to.write(`h${at} A 192.0.${(at >> 8) & 255}.${at & 255}\n${more === undefined ? "" : `${more}\n`}`);
    written += more === undefined ? 1 : 2;
  }
  to.end();
  await finished(to);
}

/** CPU seconds of named-compilezone. */
function named(file) {
  const words = `-q -i none -k ignore -n ignore -F text -s full -o ${file}.out example.com`.split(" ");
  const { stdout, stderr } = spawnSync(
    "bash",
    ["-c", 'times_of() { "$@" || exit 1; times; }; times_of "$@"', "-", "named-compilezone", ...words, file],
    { encoding: "utf8" },
  );
  const spent = stdout.trim().split("\n").at(-1) ?? "";
  const parts = [...spent.matchAll(/(\d+)m([\d.]+)s/g)].map(
    ([, minutes, seconds]) => Number(minutes) * 60 + Number(seconds),
  );
  if (parts.length !== 2) throw new Error(`named-compilezone: ${stderr}`);
  return parts[0] + parts[1];
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}
