// One domain at a distance: the time of an audit against its critical path, over a network with a round trip of its own.
//
//   npm run build && node bench/audit/latency.mjs [ROUND-TRIP-MS] [LOSS] [AUDITS]
//
// The lab's healthy domain, its DNS and its hosts behind proxies that delay each way by half the round trip; LOSS (0.02)
// loses so many datagrams each way. The critical path, with r the round trip: MX r, A r, then SMTP: the greeting r/2 (the
// proxy takes connections at once), EHLO r, STARTTLS r, TLS 1.3 r, EHLO r. Legacy versions are tried in a second session
// after the first, which no fact waits for but its own: greeting r/2, EHLO r, STARTTLS r, the refusal r.
import { audit } from "../../dist/src/audit.js";
import { startLab, worlds } from "../../dist/src/lab/index.js";
import { proxyDatagrams, proxyStream } from "../../dist/src/lab/proxy.js";
import { liveNet } from "../../dist/src/net/live.js";

const [trip, loss, times] = [50, 0, 21].map((standard, at) => Number(process.argv[at + 2] ?? standard));
const delay = trip / 2;
const lab = await startLab({ of: worlds.filter(({ name }) => name === "healthy") });
const address = (text) => ({ host: text.slice(0, text.lastIndexOf(":")), port: Number(text.split(":").at(-1)) });
const dns = await proxyDatagrams(address(lab.resolver), { delay, loss, seed: 11 });
const streams = await Promise.all(
  Object.entries(lab.connectTo).map(async ([from, to]) => [from, await proxyStream(address(to), { delay })]),
);
const connectTo = Object.fromEntries(streams.map(([from, { port }]) => [from, `127.0.0.1:${port}`]));

const took = [];
for (let at = 0; at < times; at++) {
  const net = liveNet({ resolvers: [`127.0.0.1:${dns.port}`], ca: lab.ca, connectTo });
  const began = performance.now();
  const { summary } = await audit({
    targets: lab.targets,
    net,
    checks: lab.checks,
    controls: lab.here.controls,
    lists: lab.here.lists,
    skip: ["tls/version-legacy"],
  });
  took.push(performance.now() - began);
  await net.close();
  if (summary.counts.fail > 0) throw new Error("the healthy domain failed");
}
const path = 2 * trip + trip / 2 + 4 * trip;
const at = (share) => took.toSorted((a, b) => a - b)[Math.min(took.length - 1, Math.floor(took.length * share))];
const told = (name, value) => `${name} ${value.toFixed(0)} ms (× ${(value / path).toFixed(2)})`;
process.stdout.write(
  `round trip ${trip} ms, loss ${loss * 100} % each way, critical path ${path} ms: ` +
    `${[told("first", took[0]), told("median", at(0.5)), told("p90", at(0.9))].join(", ")}\n`,
);
await Promise.all([dns.close(), ...streams.map(([, proxy]) => proxy.close()), lab.close()]);
