import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Namespace } from "./namespace.js";

/** One listener of a Postfix: its address, and settings that differ from the others'. */
export interface Listener {
  ip: string;
  settings: Readonly<Record<string, string>>;
}

/** A real Postfix in a configuration of its own; it takes no mail from anybody. It ends with the namespace. */
export async function postfix(net: Namespace, dir: string, listeners: readonly Listener[]): Promise<void> {
  const [config, queue, data] = ["config", "queue", "data"].map((name) => join(dir, name)) as [string, string, string];
  for (const path of [config, queue, data]) mkdirSync(path, { recursive: true });
  chmodSync(dir, 0o755);
  execFileSync("chown", ["postfix", data]);
  const main = {
    compatibility_level: "3.6",
    queue_directory: queue,
    data_directory: data,
    myhostname: "mx.healthy.test",
    mydestination: "",
    mynetworks: "",
    inet_protocols: "all",
    maillog_file: join(dir, "maillog"),
    maillog_file_prefixes: dir,
    smtpd_relay_restrictions: "reject",
    smtpd_tls_security_level: "may",
    smtpd_tls_protocols: ">=TLSv1.2",
    smtp_address_preference: "ipv4",
    smtputf8_enable: "no",
    smtpd_peername_lookup: "no",
    smtpd_client_connection_count_limit: "0",
    alias_maps: "",
  };
  writeFileSync(
    join(config, "main.cf"),
    Object.entries(main)
      .map(([key, value]) => `${key} = ${value}\n`)
      .join(""),
  );
  const services = listeners.map(({ ip, settings }) => {
    const options = Object.entries(settings)
      .map(([key, value]) => `  -o { ${key} = ${value} }\n`)
      .join("");
    return `${ip.includes(":") ? `[${ip}]` : ip}:25 inet n - n - - smtpd\n${options}`;
  });
  const rest = `
pickup unix n - n 60 1 pickup
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
tlsmgr unix - - n 1000? 1 tlsmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
proxymap unix - - n - - proxymap
anvil unix - - n - 1 anvil
flush unix n - n 1000? 0 flush
showq unix n - n - - showq
scache unix - - n - 1 scache
error unix - - n - - error
retry unix - - n - - error
discard unix - - n - - discard
smtp unix - - n - - smtp
local unix - n n - - local
postlog unix-dgram n - n - 1 postlogd
`;
  writeFileSync(join(config, "master.cf"), services.join("") + rest);
  net.exec("postfix", "-c", config, "start");
  // All listen by then; to knock at each would count against those that limit it.
  await net.opened(listeners.at(-1)!.ip, 25);
}
