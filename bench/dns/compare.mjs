// CPU time a question, of this client and others, in interleaved rounds against NSD on loopback.
//
//   npm run build && node bench/dns/compare.mjs [ROUNDS]
//
// Needs nsd; dnsperf, where it is installed, is the floor: it reads nothing of the answers. Prints the median of each
// client and its ratio to this one. What is worth comparing is CPU; wall time depends on what else the machine does.
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createSocket } from "node:dgram";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const rounds = Number(process.argv[2] ?? 5);
/** More than are asked, so that no answer comes from a cache. */
const names = 130_000;
const together = 100;
/** Many, since what is compiled first is slow first. */
const questions = { mailworthy: 100_000, "node:dns": 100_000, dns2: 20_000, dnsperf: 100_000 };

const folder = mkdtempSync(join(tmpdir(), "mailworthy-bench-"));
const port = await freePort();
const nsd = serve();
try {
  await answering();
  const results = Object.fromEntries(Object.keys(questions).map((client) => [client, []]));
  for (let round = 0; round < rounds; round++) {
    for (const client of Object.keys(results)) {
      const result = client === "dnsperf" ? dnsperf() : asked(client);
      if (result) results[client].push(result);
    }
  }
  report(results);
} finally {
  nsd.kill();
  rmSync(folder, { recursive: true, force: true });
}

function report(results) {
  const ours = median(results.mailworthy.map(({ cpu }) => cpu));
  for (const [client, rows] of Object.entries(results)) {
    if (rows.length === 0) {
      say(`${client.padEnd(12)} not there`);
      continue;
    }
    const cpu = rows.map((row) => row.cpu);
    const [least, most] = [Math.min(...cpu), Math.max(...cpu)].map((one) => one.toFixed(1));
    say(
      `${client.padEnd(12)} ${median(cpu).toFixed(1).padStart(6)} µs (${least} to ${most})` +
        `  ${Math.round(median(rows.map(({ qps }) => qps)))} a second` +
        `  mailworthy / ${client}: ${(ours / median(cpu)).toFixed(2)}`,
    );
  }
}

/** The rows of a failed run are no rows: what dies early looks fast. */
function asked(client) {
  const script = fileURLToPath(new URL("ask.mjs", import.meta.url));
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [script, client, String(port), String(questions[client]), String(together)],
    { encoding: "utf8" },
  );
  if (status === 0) return JSON.parse(stdout);
  say(`${client} failed: ${stdout}${stderr}`);
  return undefined;
}

function dnsperf() {
  const count = questions.dnsperf;
  const list = join(folder, "questions");
  writeFileSync(list, Array.from({ length: count }, (_, at) => `n${at}.bench.example MX\n`).join(""));
  const command = `dnsperf -s 127.0.0.1 -p ${port} -d ${list} -c 16 -q ${together} -n 1 -e; times`;
  const { stdout } = spawnSync("bash", ["-c", command], { encoding: "utf8", env: { ...process.env, LC_ALL: "C" } });
  const completed = Number(/Queries completed:\s+(\d+)/.exec(stdout)?.[1]);
  if (completed !== count) return undefined;
  const children = stdout.trim().split("\n").at(-1);
  const seconds = [...children.matchAll(/(\d+)m([\d.]+)s/g)].map(([, m, s]) => Number(m) * 60 + Number(s));
  const qps = Number(/Queries per second:\s+([\d.]+)/.exec(stdout)?.[1]);
  return { cpu: ((seconds[0] + seconds[1]) / count) * 1e6, qps };
}

function serve() {
  const zone = [
    "$ORIGIN bench.example.",
    "@ 3600 SOA ns hostmaster 1 3600 600 86400 300",
    "@ 3600 NS ns",
    "ns 3600 A 127.0.0.1",
    ...Array.from({ length: names }, (_, at) => `n${at} 3600 MX 10 mx${at}`),
  ];
  writeFileSync(join(folder, "zone"), `${zone.join("\n")}\n`);
  writeFileSync(
    join(folder, "nsd.conf"),
    `server:
  ip-address: 127.0.0.1@${port}
  username: ""
  zonesdir: "${folder}"
  database: ""
  pidfile: "${folder}/pid"
  xfrdfile: "${folder}/xfrd"
  xfrdir: "${folder}"
  zonelistfile: "${folder}/list"
  cookie-secret-file: ""
remote-control:
  control-enable: no
zone:
  name: bench.example
  zonefile: "${folder}/zone"
`,
  );
  const server = spawn("nsd", ["-d", "-c", join(folder, "nsd.conf")], { stdio: ["ignore", "ignore", "inherit"] });
  server.on("error", (error) => {
    say(`nsd cannot be started: ${error.message}`);
    process.exit(2);
  });
  return server;
}

async function answering() {
  const { Resolver } = await import("node:dns/promises");
  const resolver = new Resolver({ timeout: 200, tries: 1 });
  resolver.setServers([`127.0.0.1:${port}`]);
  for (let attempt = 0; attempt < 50; attempt++) {
    if (await resolver.resolveMx("n0.bench.example").catch(() => undefined)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("nsd does not answer");
}

function freePort() {
  return new Promise((resolve) => {
    const socket = createSocket("udp4");
    socket.bind(0, "127.0.0.1", () => {
      const { port } = socket.address();
      socket.close(() => resolve(port));
    });
  });
}

function say(line) {
  process.stdout.write(`${line}\n`);
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1];
}
