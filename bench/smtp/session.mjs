// CPU of one SMTP session with STARTTLS, against nodemailer's verify(), in one interleaved run. Goal: at most 0.8 times.
//   npm run build && npx node bench/smtp/session.mjs [SESSIONS] [ROUNDS]
// Ours reads all certificates, judges the chain and keeps a transcript; both verify against one root of their own and
// end with QUIT. Only the CPU of this process counts: the server is another one, and tells how many handshakes it saw.
import { fork } from "node:child_process";
import { once } from "node:events";
import { createSecureContext } from "node:tls";
import { createTransport } from "nodemailer";
import { Limits } from "../../dist/src/net/limits.js";
import { openSmtp } from "../../dist/src/net/smtp/connect.js";
import { trustStore } from "../../dist/src/net/tls/trust.js";

const [sessions = 1_000, rounds = 5] = process.argv.slice(2).map(Number);
const together = 20;
const server = fork(new URL("server.mjs", import.meta.url));
const [{ port, ca }] = await once(server, "message");
const limits = new Limits();
const trust = trustStore({ ca });
const secureContext = createSecureContext({ ca });
// An address and an operator of its own for each of those at once, as we are polite to each.
const place = (at) => ({ host: `mx1.host${at}.example`, ip: `127.0.0.${1 + at}`, port });

const peers = {
  async mailworthy(at) {
    const { helloAgain, tls } = await openSmtp(place(at), { limits, trust });
    if (!helloAgain || !tls.trust.ok || tls.chain.length !== 2) throw new Error("not a whole session");
  },
  async nodemailer(at) {
    const tls = { servername: "mx1.example.com", secureContext };
    const transport = createTransport({ host: place(at).ip, port, requireTLS: true, name: "probe.example", tls });
    await transport.verify();
    transport.close();
  },
};

async function measure(peer, count) {
  const before = process.cpuUsage();
  let left = count;
  const worker = async (_, at) => {
    while (left-- > 0) await peers[peer](at);
  };
  await Promise.all(Array.from({ length: together }, worker));
  const { user, system } = process.cpuUsage(before);
  return (user + system) / count;
}

const handshakes = async () => {
  server.send("count");
  const [{ sessions: seen }] = await once(server, "message");
  return seen;
};

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const found = { mailworthy: [], nodemailer: [] };
for (const peer of Object.keys(peers)) await measure(peer, 300);
for (let round = 0; round < rounds; round++) {
  for (const peer of Object.keys(peers)) {
    const seen = await handshakes();
    found[peer].push(await measure(peer, sessions));
    const made = (await handshakes()) - seen;
    if (made !== sessions) throw new Error(`${peer} made ${made} handshakes in ${sessions} sessions`);
  }
}
const ratios = found.mailworthy.map((ours, round) => ours / found.nodemailer[round]);
for (const [peer, values] of Object.entries(found)) {
  const [least, most] = [Math.min(...values), Math.max(...values)].map(Math.round);
  process.stdout.write(`${peer.padEnd(11)} ${Math.round(median(values))} µs CPU a session (${least} to ${most})\n`);
}
process.stdout.write(`ratio       ${median(ratios).toFixed(2)}, node ${process.version}, ${rounds} × ${sessions}\n`);
server.kill();
