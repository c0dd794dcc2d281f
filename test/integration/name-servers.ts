import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Namespace } from "./namespace.js";

/** A real BIND with the zones given, each a master file under its name, on one address. */
export async function bind(
  net: Namespace,
  dir: string,
  ip: string,
  zones: Readonly<Record<string, string>>,
): Promise<void> {
  mkdirSync(dir, { recursive: true, mode: 0o777 });
  for (const [zone, text] of Object.entries(zones)) writeFileSync(join(dir, file(zone)), text);
  const config = `
    options { directory "${dir}"; listen-on port 53 { ${ip}; }; listen-on-v6 { none; }; pid-file none;
      session-keyfile none; recursion no; allow-query { any; }; notify no; minimal-responses yes; dnssec-validation no; };
    controls { };
    ${Object.keys(zones)
      .map((zone) => `zone "${zone}" { type primary; file "${file(zone)}"; };`)
      .join("\n")}`;
  writeFileSync(join(dir, "named.conf"), config);
  net.start("named", "-g", "-4", "-n", "1", "-c", join(dir, "named.conf"));
  await net.opened(ip, 53);
}

/** Signs a zone with real keys; what is returned is the signed zone, its DS records, and its trust anchor. */
export function sign(dir: string, zone: string, text: string): { signed: string; ds: string } {
  mkdirSync(dir, { recursive: true });
  const run = (command: string, ...args: string[]): string =>
    execFileSync(command, args, { cwd: dir, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
  run("dnssec-keygen", "-q", "-a", "ECDSAP256SHA256", "-f", "KSK", "-n", "ZONE", zone);
  run("dnssec-keygen", "-q", "-a", "ECDSAP256SHA256", "-n", "ZONE", zone);
  writeFileSync(join(dir, file(zone)), text);
  run("dnssec-signzone", "-S", "-o", zone, "-f", "signed", file(zone));
  return { signed: readFileSync(join(dir, "signed"), "utf8"), ds: readFileSync(join(dir, `dsset-${zone}.`), "utf8") };
}

/** A real Unbound that resolves from the root server given, validating below the anchors. */
export async function unbound(
  net: Namespace,
  dir: string,
  ip: string,
  { root, anchors = [], insecure = [] }: { root: string; anchors?: readonly string[]; insecure?: readonly string[] },
): Promise<void> {
  mkdirSync(dir, { recursive: true });
  writeFileSync(join(dir, "root.hints"), `. 3600000 NS a.root.test.\na.root.test. 3600000 A ${root}\n`);
  const config = `
server:
  interface: ${ip}
  directory: "${dir}"
  chroot: ""
  username: ""
  pidfile: ""
  use-syslog: no
  do-ip6: no
  do-daemonize: no
  access-control: 0.0.0.0/0 allow
  root-hints: "${join(dir, "root.hints")}"
  module-config: "validator iterator"
  qname-minimisation: no
  infra-host-ttl: 1
  local-zone: "in-addr.arpa." nodefault
  local-zone: "2.0.192.in-addr.arpa." nodefault
  local-zone: "test." nodefault
  local-zone: "invalid." nodefault
${anchors.map((anchor) => `  trust-anchor: "${anchor}"`).join("\n")}
${insecure.map((zone) => `  domain-insecure: "${zone}"`).join("\n")}
remote-control:
  control-enable: no
`;
  writeFileSync(join(dir, "unbound.conf"), config);
  net.start("unbound", "-d", "-c", join(dir, "unbound.conf"));
  await net.opened(ip, 53);
}

const file = (zone: string): string => `${zone === "." ? "root" : zone}.zone`;
