// Zones for so many made-up domains, served by NSD on a loopback port: two mail hosts, SPF with an include that all share
// and one that ten share, DMARC and a DKIM key each.
import { spawn } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import { createSocket } from "node:dgram";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const start = "$TTL 3600\n@ SOA ns.example. h.example. 1 7200 900 1209600 300\n@ NS ns.example.\n";

export async function serve(count) {
  const folder = mkdtempSync(join(tmpdir(), "mailworthy-domains-"));
  const key = generateKeyPairSync("rsa", { modulusLength: 2048, publicKeyEncoding: { type: "spki", format: "der" } });
  const base64 = key.publicKey.toString("base64");
  const dkim = `"v=DKIM1; k=rsa; p=${base64.slice(0, 200)}" "${base64.slice(200)}"`;
  const lines = [start, "ns A 127.0.0.1", `_spf.vendor TXT "v=spf1 ip4:192.0.2.0/26 -all"`];
  for (let at = 0; at < count; at++) {
    const [ip, group] = [`${(at >> 16) & 63}.${(at >> 8) & 255}.${at & 255}`, Math.floor(at / 10)];
    lines.push(
      `d${at} MX 10 mx1.d${at}`,
      `d${at} MX 20 mx2.d${at}`,
      `mx1.d${at} A 44.${ip}`,
      `mx2.d${at} A 45.${ip}`,
      `d${at} TXT "v=spf1 mx include:_spf.vendor.example include:_spf.g${group}.example ~all"`,
      `_dmarc.d${at} TXT "v=DMARC1; p=quarantine; rua=mailto:dmarc@d${at}.example"`,
      `s1._domainkey.d${at} TXT ${dkim}`,
    );
    if (at % 10 === 0) lines.push(`_spf.g${group} TXT "v=spf1 ip4:198.51.100.0/28 -all"`);
  }
  writeFileSync(join(folder, "example.zone"), `${lines.join("\n")}\n`);
  writeFileSync(join(folder, "root.zone"), start.replaceAll("@", "."));
  const port = await freePort();
  const config = [
    `server:\n ip-address: 127.0.0.1@${port}\n username: ""\n chroot: ""\n zonesdir: "${folder}"\n database: ""`,
    ` pidfile: ""\n xfrdfile: "${folder}/xfrd"\n xfrdir: "${folder}"\n server-count: 1\n rrl-ratelimit: 0`, // it would drop our bursts
    `remote-control:\n control-enable: no`,
    `zone:\n name: "example."\n zonefile: "example.zone"\nzone:\n name: "."\n zonefile: "root.zone"\n`,
  ];
  writeFileSync(join(folder, "nsd.conf"), config.join("\n"));
  const server = spawn("nsd", ["-d", "-c", join(folder, "nsd.conf")], { stdio: "ignore" });
  const ended = new Promise((resolve) => server.once("exit", resolve));
  return {
    port,
    async close() {
      server.kill();
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
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
