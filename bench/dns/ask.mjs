// One client, asked for MX records of many names; prints its own CPU time a question as JSON. Started by compare.mjs.
//   node bench/dns/ask.mjs CLIENT PORT QUESTIONS IN-FLIGHT
import { Resolver } from "node:dns/promises";

const [client, port, questions, together] = process.argv.slice(2);
const server = `127.0.0.1:${port}`;

const clients = {
  async mailworthy() {
    const { DnsClient } = await import("../../dist/src/net/dns/client.js");
    const net = new DnsClient({ resolvers: [{ ip: "127.0.0.1", port: Number(port) }] });
    return async (name) => (await net.dns(name, "MX")).records[0].data.exchange;
  },
  async "node:dns"() {
    const resolver = new Resolver();
    resolver.setServers([server]);
    return async (name) => (await resolver.resolveMx(name))[0].exchange;
  },
  async dns2() {
    const { UDPClient } = await import("dns2");
    const resolve = UDPClient({ dns: "127.0.0.1", port: Number(port) });
    return async (name) => (await resolve(name, "MX")).answers[0].exchange;
  },
};

const ask = await clients[client]();
let failed = 0;

async function askAll(from, to) {
  let next = from;
  const worker = async () => {
    while (next < to) {
      const at = next++;
      const exchange = await ask(`n${at}.bench.example`).catch(() => "");
      if (exchange !== `mx${at}.bench.example`) failed++;
    }
  };
  await Promise.all(Array.from({ length: Number(together) }, worker));
}

const warm = Math.floor(Number(questions) / 4);
await askAll(0, warm);
const [began, before] = [performance.now(), process.cpuUsage()];
await askAll(warm, warm + Number(questions));
const { user, system } = process.cpuUsage(before);
const wall = performance.now() - began;
process.stdout.write(
  `${JSON.stringify({ client, cpu: (user + system) / questions, qps: (questions / wall) * 1000, failed })}\n`,
);
process.exit(failed === 0 ? 0 : 1);
