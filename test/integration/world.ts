import { execFileSync } from "node:child_process";
import { X509Certificate } from "node:crypto";
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Authority, type Credentials } from "./certificates.js";
import { dovecot } from "./dovecot.js";
import { addresses, filters, type MailHost, mailHosts, servers } from "./hosts.js";
import { bind, sign, type Signing, unbound } from "./name-servers.js";
import { Namespace } from "./namespace.js";
import { postfix } from "./postfix.js";
import {
  bareZone,
  daneZone,
  head,
  lists,
  manyZone,
  reverseName6,
  reverseZone,
  reverseZone6,
  rootZone,
  standalone,
  testZone,
} from "./zones.js";

export interface World {
  /** The name of its namespace. */
  namespace: string;
  dir: string;
  /** PEM of the root that vouches for its mail hosts. */
  ca: string;
  /** DS record of the root of its names. */
  anchor: string;
}

const commands = [
  "ip",
  "nft",
  "named",
  "dnssec-signzone",
  "dig",
  "unbound",
  "postfix",
  "dovecot",
  "openssl",
  "opendkim-testkey",
];
const packages =
  "bind9 bind9-utils bind9-dnsutils unbound postfix dovecot-imapd dovecot-pop3d dovecot-lmtpd openssl opendkim-tools nftables iproute2";

/** What must be there before a world can be built; throws with what to do. */
export function requireServers(): void {
  if (process.getuid?.() !== 0) throw new Error("integration tests make a network namespace: run them as root");
  const missing = commands.filter((command) => {
    try {
      execFileSync("sh", ["-c", `command -v ${command}`], { stdio: "ignore" });
      return false;
    } catch {
      return true;
    }
  });
  if (missing.length === 0) return;
  throw new Error(`integration tests need ${missing.join(", ")}: apt-get install ${packages}`);
}

/** Real servers in a network of their own: one world for all tests. */
export async function startWorld(): Promise<{ world: World; stop(): void }> {
  requireServers();
  const dir = mkdtempSync(join(tmpdir(), "mailworthy-world-"));
  chmodSync(dir, 0o755);
  const net = new Namespace(`mailworthy-${process.pid}`, addresses);
  const stop = (): void => {
    net.close();
    rmSync(dir, { recursive: true, force: true });
  };
  try {
    const by = { known: new Authority(join(dir, "known")), unknown: new Authority(join(dir, "unknown")) };
    const hosts = served(by);
    const anchors = [await startNames(net, dir, hosts)];
    const root = servers.authority;
    await Promise.all([
      unbound(net, join(dir, "resolver"), servers.resolver, { root, anchors }),
      unbound(net, join(dir, "without-tcp"), servers.withoutTcp, { root, anchors }),
      unbound(net, join(dir, "inventing"), servers.inventing, {
        root,
        more: ["invalid", "nowhere.test"].flatMap((name) => [
          `local-zone: "${name}." redirect`,
          `local-data: "${name}. A 198.51.101.70"`,
        ]),
      }),
    ]);
    await startMail(net, dir, hosts);
    net.filter(...filters);
    return { world: { namespace: net.name, dir, ca: by.known.root, anchor: anchors[0]! }, stop };
  } catch (error) {
    stop();
    throw error;
  }
}

type Served = MailHost & { credentials: Credentials | undefined };

/** Every mail host with what it shows. */
function served(by: { known: Authority; unknown: Authority }): Served[] {
  return mailHosts.map((host) => ({ ...host, credentials: host.certificate?.(by, `mx.${host.domain}.test`) }));
}

/** Starts the authorities, signed from the root down; gives the anchor of the root. */
async function startNames(net: Namespace, dir: string, hosts: readonly Served[]): Promise<string> {
  const signed = (zone: string, text: string, how?: Signing) =>
    sign(join(dir, `sign-${zone === "." ? "root" : zone}`), zone, text, how);
  const alone = (zone: string, how?: Signing) => signed(zone, standalone(zone), how);
  const good = alone("signed.test");
  const bogus = alone("bogus.test");
  const stale = alone("stale.test", { from: "20260101000000", until: "20260201000000" });
  const hashed = alone("hashed.test", { more: "-3 abcd -H 10" });
  const undenied = signed("undenied.test", bareZone);
  const dane = hosts.flatMap((host) => {
    if (!host.tlsa || !host.credentials) return [];
    const chain = readFileSync(host.credentials.chain, "utf8").match(/-----BEGIN[^]+?-----END CERTIFICATE-----/g)!;
    const text = daneZone(host, host.tlsa(chain.map((pem) => new X509Certificate(pem))));
    const zone = `${host.domain}.test`;
    return [host.domain === "island" ? { name: zone, zone: text } : { name: zone, ...signed(zone, text) }];
  });
  const anchors = [good, bogus, stale, hashed, undenied, ...dane].flatMap((zone) =>
    "anchor" in zone ? zone.anchor : [],
  );
  const test = signed("test", `${testZone}${anchors.join("\n")}\n`);
  const root = signed(".", `${rootZone}${test.anchor}\n`);
  await bind(net, join(dir, "authority"), servers.authority, {
    ".": root.zone,
    test: test.zone,
    "signed.test": good.zone,
    "bogus.test": bogus.zone.replace("mx.healthy.test.", "mx.control.test."),
    "stale.test": stale.zone,
    "hashed.test": hashed.zone,
    "unlinked.test": alone("unlinked.test").zone,
    // What proves that its mail host has nothing but an address was changed.
    "undenied.test": undenied.zone.replace(" A RRSIG NSEC", " A TXT RRSIG NSEC"),
    ...Object.fromEntries(dane.map(({ name, zone }) => [name, zone])),
    // Without a file it is held and not loaded: SERVFAIL.
    "broken.test": undefined,
    "many.test": manyZone(2_000),
    "in-addr.arpa": `${head}101.51.198 NS ns.test.\n`,
    "101.51.198.in-addr.arpa": reverseZone,
    "ip6.arpa": `${head}${reverseName6}. NS ns.test.\n`,
    [reverseName6]: reverseZone6,
    ...lists,
  });
  await bind(net, join(dir, "lame"), servers.lame, { "lame-host.test": head });
  return root.anchor;
}

async function startMail(net: Namespace, dir: string, hosts: readonly Served[]): Promise<void> {
  const listeners = hosts.flatMap(({ domain, at, settings, credentials }) => {
    if (!settings) return [];
    const name = `mx.${domain}.test`;
    const tls = credentials && { smtpd_tls_chain_files: `${credentials.key}, ${credentials.chain}` };
    return at.map((ip) => ({ ip, settings: { myhostname: name, ...tls, ...settings } }));
  });
  await postfix(net, join(dir, "postfix"), listeners);
  const { at, credentials } = hosts.find(({ domain }) => domain === "login")!;
  await dovecot(net, join(dir, "dovecot"), at[0]!, credentials!);
}
