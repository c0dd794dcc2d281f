import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Namespace } from "./namespace.js";

/** A real BIND with the zones given, each a master file under its name, on one address; without text it has no file. */
export async function bind(
  net: Namespace,
  dir: string,
  ip: string,
  zones: Readonly<Record<string, string | undefined>>,
): Promise<void> {
  mkdirSync(dir, { recursive: true, mode: 0o777 });
  for (const [zone, text] of Object.entries(zones)) if (text !== undefined) writeFileSync(join(dir, file(zone)), text);
  const config = `
    options { directory "${dir}"; listen-on port 53 { ${ip}; }; listen-on-v6 { none; }; pid-file none;
      session-keyfile none; recursion no; allow-query { any; }; notify no; minimal-responses yes; dnssec-validation no;
      check-names primary ignore; check-mx ignore; check-mx-cname ignore; };
    controls { };
    ${Object.keys(zones)
      .map((zone) => `zone "${zone}" { type primary; file "${file(zone)}"; };`)
      .join("\n")}`;
  writeFileSync(join(dir, "named.conf"), config);
  net.start("named", "-g", "-4", "-n", "1", "-c", join(dir, "named.conf"));
  await net.opened(ip, 53);
}

export interface Signed {
  zone: string;
  /** What a validator trusts it by. */
  anchor: string;
}

export interface Signing {
  /** As `dnssec-signzone` takes them. */
  from?: string;
  until?: string;
  /** Further options of it: `-3 abcd -H 10`. */
  more?: string;
}

/** Signs a zone with real keys. */
export function sign(dir: string, zone: string, text: string, how: Signing = {}): Signed {
  const { from = "now-1h", until = "now+30d", more = "" } = how;
  mkdirSync(dir, { recursive: true });
  const run = (words: string): string =>
    execFileSync(words.split(" ", 1)[0]!, words.split(" ").slice(1).filter(Boolean), {
      cwd: dir,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
    });
  run(`dnssec-keygen -q -a ECDSAP256SHA256 -f KSK -n ZONE ${zone}`);
  run(`dnssec-keygen -q -a ECDSAP256SHA256 -n ZONE ${zone}`);
  writeFileSync(join(dir, file(zone)), text);
  run(`dnssec-signzone -S -P -s ${from} -e ${until} ${more} -o ${zone} -f signed ${file(zone)}`);
  const anchor = readFileSync(join(dir, `dsset-${zone === "." ? "" : zone}.`), "utf8")
    .trim()
    .replaceAll(/\s+/g, " ");
  return { zone: readFileSync(join(dir, "signed"), "utf8"), anchor };
}

export interface Resolver {
  /** The server that it starts from. */
  root: string;
  anchors?: readonly string[];
  /** Further lines of its `server:` clause. */
  more?: readonly string[];
}

/** A real Unbound that resolves from the root server given, validating below the anchors. */
export async function unbound(net: Namespace, dir: string, ip: string, how: Resolver): Promise<void> {
  const { root, anchors = [], more = [] } = how;
  mkdirSync(dir, { recursive: true });
  writeFileSync(join(dir, "root.hints"), `. 3600000 NS a.root.test.\na.root.test. 3600000 A ${root}\n`);
  const config = `
server:
  interface: ${ip}
  outgoing-interface: ${ip}
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
  infra-host-ttl: 1
  ede: yes
  local-zone: "test." nodefault
  local-zone: "invalid." nodefault
${anchors.map((anchor) => `  trust-anchor: "${anchor}"`).join("\n")}
${more.map((line) => `  ${line}`).join("\n")}
remote-control:
  control-enable: no
`;
  writeFileSync(join(dir, "unbound.conf"), config);
  net.start("unbound", "-d", "-c", join(dir, "unbound.conf"));
  await net.opened(ip, 53);
}

const file = (zone: string): string => `${zone === "." ? "root" : zone}.zone`;
