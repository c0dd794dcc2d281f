import type { Here } from "../fact.js";
import { type Blocklist, standardLists } from "../data/blocklist.js";
import { blocklists } from "../data/blocklists.js";
import { reversed } from "../syntax/address.js";
import type { DomainTarget } from "../target.js";
import { readZone } from "../testing/zone.js";
import { Authority } from "./certificates.js";
import { serveDns } from "./dns-server.js";
import { type MailHost, serveMail } from "./mail-host.js";
import { serveWeb } from "./web-host.js";
import type { World } from "./world.js";
import { blocked } from "./worlds/blocked.js";
import { broken } from "./worlds/broken.js";
import { healthy } from "./worlds/healthy.js";
import { migrating } from "./worlds/migrating.js";
import { parked } from "./worlds/parked.js";
import { unreachable } from "./worlds/unreachable.js";

export type { World } from "./world.js";

/** The made-up domains, in the order in which the demo shows them. */
export const worlds: readonly World[] = [healthy, broken, parked, blocked, unreachable, migrating];

/** The embedded world while it runs, and what the tool must be told to audit it as if it were the Internet. */
export interface Lab {
  /** host:port of its DNS server. */
  resolver: string;
  targets: DomainTarget[];
  here: Here;
  /** The root certificate to trust, PEM. */
  ca: string;
  /** Settings of checks for a world whose addresses are those of examples. */
  checks: Record<string, { internal: string[] }>;
  /** Where its addresses really are: connections to the left go to the right. */
  connectTo: Record<string, string>;
  close(): Promise<void>;
}

const control = "192.0.2.199";
const controlV6 = "2001:db8:199::199";

/** The networks of documentation, in which the worlds are (RFC 5737, RFC 3849). */
const networks = ["192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24", "2001:db8::/32"];

/** Starts DNS, SMTP, HTTPS and blocklists on loopback; the names and addresses are ones reserved for examples. */
export async function startLab({ of = worlds, port }: { of?: readonly World[]; port?: number } = {}): Promise<Lab> {
  const authority = new Authority();
  const open: { close(): Promise<void> }[] = [];
  const connectTo: Record<string, string> = {};
  try {
    const text = [common(), ...of.map(({ zone }) => zone)].join("\n");
    const dns = await serveDns(readZone(`${text}\n${starts(text)}`), port);
    open.push(dns);
    for (const ip of [...Object.values(nameServers), ...of.flatMap(({ nameServers = [] }) => nameServers)])
      connectTo[place(ip, 53)] = `127.0.0.1:${dns.port}`;
    const mail = { name: "mx.control.example", certificate: { names: ["mx.control.example"] } };
    const hosts: [string, MailHost | "refused"][] = [
      [control, mail],
      [controlV6, mail],
      ...of.flatMap((world) => Object.entries(world.hosts)),
    ];
    for (const [ip, host] of hosts) {
      const server = await serveMail(host === "refused" ? { name: "closed" } : host, authority);
      connectTo[place(ip, 25)] = `127.0.0.1:${server.port}`;
      if (host === "refused") await server.close();
      else open.push(server);
    }
    for (const [ip, { name, pages }] of of.flatMap(({ web = {} }) => Object.entries(web))) {
      const server = await serveWeb(name, pages, authority);
      open.push(server);
      connectTo[place(ip, 443)] = `127.0.0.1:${server.port}`;
    }
    return {
      resolver: `127.0.0.1:${dns.port}`,
      targets: of.map(({ target }) => target),
      here: { controls: ["mx.control.example"], lists: standardLists, trustAd: false },
      ca: authority.ca,
      checks: { "mx/target-public-ip": { internal: networks } },
      connectTo,
      close: async () => void (await Promise.all(open.map((server) => server.close()))),
    };
  } catch (error) {
    await Promise.all(open.map((server) => server.close()));
    throw error;
  }
}

const place = (ip: string, port: number): string => (ip.includes(":") ? `[${ip}]:${port}` : `${ip}:${port}`);

/** Name servers of the zones that name none of their own. */
const nameServers = { "ns1.lab.example": "192.0.2.153", "ns2.lab.example": "198.51.100.153" };

/**
 * Where each zone begins: at the two right-most labels of a name, and at the root. How long absence may be kept stands
 * in it (RFC 2308 §4).
 */
function starts(text: string): string {
  const lines = text.split("\n").map((line) => line.trim().split(/\s+/, 4));
  const zones = new Set(
    lines.flatMap(([name = ""]) => (name.includes(".") ? [name.split(".").slice(-2).join(".")] : [])),
  );
  const served = new Set(lines.flatMap(([name, ...rest]) => (rest.includes("NS") ? [name] : [])));
  const timers = "2026112401 7200 900 1209600 300";
  return [...zones]
    .filter((zone) => zone !== ".")
    .flatMap((zone) => [
      `${zone} 3600 SOA ns1.lab.example hostmaster.${zone} ${timers}`,
      ...(served.has(zone) ? [] : Object.keys(nameServers).map((name) => `${zone} 3600 NS ${name}`)),
    ])
    .concat(
      `. 86400 SOA a.root.example hostmaster.root.example ${timers}`,
      Object.entries(nameServers).map(([name, ip]) => `${name} 3600 A ${ip}`),
    )
    .join("\n");
}

/** What every world has: a resolver that validates, a root, a control host, and blocklists with their test entries (RFC 5782 §5). */
function common(): string {
  return `
    ; validating
    . 518400 NS a.root.example
    mx.control.example A ${control}
    mx.control.example AAAA ${controlV6}
    ${blocklists
      .filter(({ standard }) => standard)
      .flatMap(testEntries)
      .join("\n")}`;
}

function testEntries({ zone, holds, codes, bits, probe }: Blocklist): string[] {
  const listed = Object.keys(codes)[0]?.replace("*", "10") ?? `127.0.0.${Object.keys(bits ?? {})[0] ?? 2}`;
  const entries = {
    ip4: reversed("127.0.0.2", zone),
    ip6: reversed("::ffff:127.0.0.2", zone),
    name: `${probe?.listed ?? "test"}.${zone}`,
  };
  return holds.map((what) => `${entries[what]} 300 A ${listed}`);
}
