import { execFileSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Authority } from "./certificates.js";
import { addresses, filters, mailHosts, servers } from "./hosts.js";
import { bind, sign, unbound } from "./name-servers.js";
import { Namespace } from "./namespace.js";
import { postfix } from "./postfix.js";
import {
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
}

const commands = ["ip", "nft", "named", "dnssec-signzone", "dig", "unbound", "postfix", "openssl"];
const packages = "bind9 bind9-utils bind9-dnsutils unbound postfix openssl nftables iproute2";

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
    const anchors = await startNames(net, dir);
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
    const ca = await startMail(net, dir);
    net.filter(...filters);
    return { world: { namespace: net.name, dir, ca }, stop };
  } catch (error) {
    stop();
    throw error;
  }
}

/** Starts the authorities; gives the anchors of the zones that are signed, be it well. */
async function startNames(net: Namespace, dir: string): Promise<string[]> {
  const signed = (zone: string, times?: { from: string; until: string }) =>
    sign(join(dir, `sign-${zone}`), zone, standalone(zone), times);
  const good = signed("signed.test");
  const bogus = signed("bogus.test");
  const stale = signed("stale.test", { from: "20260101000000", until: "20260201000000" });
  await bind(net, join(dir, "authority"), servers.authority, {
    ".": rootZone,
    test: testZone,
    "signed.test": good.zone,
    "bogus.test": bogus.zone.replace("mx.healthy.test.", "mx.control.test."),
    "stale.test": stale.zone,
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
  return [good, bogus, stale].map(({ anchor }) => anchor);
}

async function startMail(net: Namespace, dir: string): Promise<string> {
  const by = { known: new Authority(join(dir, "known")), unknown: new Authority(join(dir, "unknown")) };
  const listeners = mailHosts.flatMap(({ domain, at, settings, certificate }) => {
    if (!settings) return [];
    const name = `mx.${domain}.test`;
    const credentials = certificate?.(by, name);
    const tls = credentials && { smtpd_tls_chain_files: `${credentials.key}, ${credentials.chain}` };
    return at.map((ip) => ({ ip, settings: { myhostname: name, ...tls, ...settings } }));
  });
  await postfix(net, join(dir, "postfix"), listeners);
  return by.known.root;
}
