import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Credentials } from "./certificates.js";
import type { Namespace } from "./namespace.js";

/** The account that it knows. */
export const account = { user: "ada@login.test", password: "correct horse battery" };

/** Where it answers those that ask for logins, as Postfix does. */
export const sasl = "inet:127.0.0.1:12345";

/** A real Dovecot at an address: IMAP and POP3, LMTP, and logins for Postfix. It ends with the namespace. */
export async function dovecot(net: Namespace, dir: string, ip: string, credentials: Credentials): Promise<void> {
  const [mail, run] = [join(dir, "mail"), join(dir, "run")];
  for (const path of [mail, run]) mkdirSync(path, { recursive: true });
  for (const path of [dir, mail]) chmodSync(path, 0o777);
  writeFileSync(join(dir, "users"), `${account.user}:{PLAIN}${account.password}::::::\n`);
  const config = join(dir, "dovecot.conf");
  writeFileSync(
    config,
    `
base_dir = ${run}
state_dir = ${run}
log_path = ${join(dir, "log")}
protocols = imap pop3 lmtp
listen = ${ip}
ssl = yes
ssl_cert = <${credentials.chain}
ssl_key = <${credentials.key}
auth_mechanisms = plain login cram-md5 scram-sha-256
mail_location = maildir:${mail}/%u
first_valid_uid = 1
passdb {
  driver = passwd-file
  args = scheme=PLAIN ${join(dir, "users")}
}
userdb {
  driver = static
  args = uid=nobody gid=nogroup home=${mail}/%u
}
service lmtp {
  inet_listener lmtp {
    address = ${ip}
    port = 24
  }
}
service auth {
  inet_listener {
    address = 127.0.0.1
    port = 12345
  }
}
`,
  );
  net.start("dovecot", "-F", "-c", config);
  await net.opened(ip, 993);
  await net.opened("127.0.0.1", 12345);
}
