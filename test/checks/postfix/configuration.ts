import type { PostfixMachine, PostfixPair, PostfixSeen } from "../../../src/facts/postfix/seen.js";
import { configurationOf } from "../../../src/postfix/configuration.js";
import { handshakeFrom } from "../../../src/testing/tls-line.js";
import type { Row } from "../../../src/testing/test-check.js";

/** What stands in every configuration of these tests; a test's own lines come after it and count. */
const main = `compatibility_level = 3.6
myhostname = mail.example.org
mynetworks = 127.0.0.0/8
mydestination = localhost
`;

/** Services as a mail host has them that takes mail of others, and of its own people. */
export const services = `smtp inet n - y - - smtpd
submission inet n - y - - smtpd
  -o smtpd_tls_security_level=encrypt
  -o smtpd_sasl_auth_enable=yes
smtp unix - - y - - smtp
relay unix - - y - - smtp
local unix - n n - - local
`;

/** A mail host that takes mail of others and nothing else. */
export const mx = "smtp inet n - y - - smtpd\nsmtp unix - - y - - smtp\n";

type More = Partial<Omit<PostfixSeen, "services" | "machine">> & {
  services?: string;
  machine?: Partial<PostfixMachine>;
};

/** A configuration of Postfix 3.7.11 with these lines in main.cf, on a machine that has what is given. */
export function postfix(
  lines = "",
  { services: master = services, machine, release = "3.7.11", ...more }: More = {},
): Row {
  const seen = configurationOf({ folder: "/etc/postfix", main: main + lines, master, release });
  const here: PostfixMachine = {
    running: null,
    listening: null,
    addresses: [],
    resolvers: [],
    disk: null,
    ...machine,
  };
  return {
    target: { local: "postfix", name: "/etc/postfix" },
    local: { ...seen, repeated: [], live: true, machine: here, ...more } satisfies PostfixSeen,
  };
}

/** The copy of a configuration, of a release that nobody has named. */
export function copied(lines = "", more: Partial<PostfixSeen> = {}): Row {
  const seen = configurationOf({ folder: "backup", main: lines, master: services });
  return { target: { local: "postfix", name: "backup" }, local: { ...seen, ...more } };
}

/** A certificate with its key, which is right unless said otherwise; the certificate in the words of a transcript. */
export function certified(more: Partial<PostfixPair> = {}, words = "until 2027-01-01"): PostfixPair {
  return {
    services: ["smtp/inet"],
    certificate: { file: "/etc/ssl/mail.pem", state: "read" },
    key: { file: "/etc/ssl/mail.key", state: "read" },
    chain: handshakeFrom(`mail.example.org ${words}`, []).chain,
    matches: true,
    ...more,
  };
}
