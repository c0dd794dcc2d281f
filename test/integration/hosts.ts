import { createHash, type X509Certificate } from "node:crypto";
import { sasl } from "./dovecot.js";
import type { Authority, Credentials } from "./certificates.js";

/**
 * Beside a range for documentation, so that these addresses count as public. No packet leaves the namespace: they are
 * nobody else's here.
 */
export const ip = (last: number): string => `198.51.101.${last}`;
export const ip6 = (last: number): string => `2620:0:1cfe:face::${last}`;

export const servers = {
  resolver: ip(1),
  /** Answers over UDP, and resets every TCP connection. */
  withoutTcp: ip(2),
  /** Gives an address for every name that does not exist. */
  inventing: ip(3),
  /** Drops whatever it is sent. */
  silent: ip(8),
  /** Nothing listens there. */
  closed: ip(9),
  authority: ip(53),
  /** Has zones delegated to it that it does not hold. */
  lame: ip(54),
};

export interface MailHost {
  /** In `.test`; its mail host is `mx` below it. */
  domain: string;
  at: readonly string[];
  /** Left out where none listens. */
  settings?: Readonly<Record<string, string>>;
  /** Left out where TLS is off. */
  certificate?: (by: { known: Authority; unknown: Authority }, name: string) => Credentials;
  /** Its domain has a zone of its own, with TLSA records made from the chain that it serves. */
  tlsa?: (chain: readonly X509Certificate[]) => string[];
}

/** A TLSA record of a key: `3 1 1` and its digest. */
const ofKey = (usage: 2 | 3, { publicKey }: X509Certificate): string =>
  `${usage} 1 1 ${createHash("sha256")
    .update(publicKey.export({ type: "spki", format: "der" }))
    .digest("hex")}`;
const otherKey = (usage: 2 | 3): string => `${usage} 1 1 ${"5a".repeat(32)}`;
const ended: NonNullable<MailHost["certificate"]> = ({ unknown }, name) =>
  unknown.leaf(name, { names: ["mail.elsewhere.test"], until: "20260301000000Z" });
const privately: NonNullable<MailHost["certificate"]> = ({ unknown }, name) => unknown.leaf(name, { names: [name] });

const good: NonNullable<MailHost["certificate"]> = ({ known }, name) => known.leaf(name, { names: [name] });
/** A restriction that holds where it stands, and not as late as at RCPT. */
const atOnce = (name: string, restriction: string): Record<string, string> => ({
  smtpd_delay_reject: "no",
  [name]: restriction,
});
const greeted = (reply: string): Record<string, string> =>
  atOnce("smtpd_client_restrictions", `check_client_access static:{ ${reply} }`);
const blocked = "554 5.7.1 Service unavailable; client host blocked using a blocklist";

/** Takes mail from those around for anybody, and throws it away. */
const taking = {
  mynetworks: "198.51.101.0/24, 203.0.113.0/24",
  smtpd_relay_restrictions: "permit_mynetworks, reject",
  content_filter: "discard:",
};

/** Every mail host of the world, each with one thing that is out of the ordinary. */
export const mailHosts: readonly MailHost[] = [
  { domain: "healthy", at: [ip(25), ip6(25)], settings: {}, certificate: good },
  { domain: "control", at: [ip(20), ip6(20)], settings: {}, certificate: good },
  { domain: "plain", at: [ip(26)], settings: { smtpd_tls_security_level: "none" } },
  {
    domain: "expired",
    at: [ip(27)],
    settings: {},
    certificate: ({ known }, name) => known.leaf(name, { names: [name], until: "20260301000000Z" }),
  },
  {
    domain: "early",
    at: [ip(28)],
    settings: {},
    certificate: ({ known }, name) => known.leaf(name, { names: [name], from: "20500101000000Z" }),
  },
  {
    domain: "wrongname",
    at: [ip(29)],
    settings: {},
    certificate: ({ known }) => known.leaf("wrongname", { names: ["mail.elsewhere.test", "*.mx.wrongname.test"] }),
  },
  {
    domain: "wildcard",
    at: [ip(30)],
    settings: {},
    certificate: ({ known }) => known.leaf("wildcard", { names: ["*.wildcard.test"] }),
  },
  {
    domain: "leafonly",
    at: [ip(31)],
    settings: {},
    certificate: ({ known }, name) => known.leaf(name, { names: [name], alone: true }),
  },
  {
    domain: "selfsigned",
    at: [ip(32)],
    settings: {},
    certificate: ({ known }, name) => known.selfSigned(name, name),
  },
  {
    domain: "private",
    at: [ip(33)],
    settings: {},
    certificate: ({ unknown }, name) => unknown.leaf(name, { names: [name] }),
  },
  {
    domain: "old",
    at: [ip(34)],
    settings: { smtpd_tls_protocols: "<=TLSv1.1", tls_low_cipherlist: "ALL:@SECLEVEL=0", smtpd_tls_ciphers: "low" },
    certificate: good,
  },
  { domain: "lenient", at: [ip(49)], settings: { smtpd_tls_protocols: ">=TLSv1" }, certificate: good },
  { domain: "busy", at: [ip(35)], settings: greeted("421 4.7.0 Too many connections, try again later") },
  { domain: "shut", at: [ip(36)], settings: greeted(blocked) },
  { domain: "noserver", at: [ip(37)], settings: greeted("521 5.3.2 This host does not accept mail") },
  { domain: "keyless", at: [ip(38)], settings: { smtpd_tls_chain_files: "/nonexistent.pem" } },
  { domain: "tempfail", at: [ip(50)], settings: { smtpd_tls_CAfile: "/nonexistent.pem" }, certificate: good },
  { domain: "slow", at: [ip(39)], settings: atOnce("smtpd_client_restrictions", "sleep 3"), certificate: good },
  { domain: "nameless", at: [ip(40)], settings: { smtpd_banner: "ESMTP ready" }, certificate: good },
  { domain: "masked", at: [ip(41)], settings: { smtpd_banner: "*".repeat(27) }, certificate: good },
  {
    domain: "wordy",
    at: [ip(42)],
    settings: { smtpd_banner: `$myhostname ESMTP ${"no spam here ".repeat(60)}` },
    certificate: good,
  },
  { domain: "bare", at: [ip(43)], settings: { smtpd_discard_ehlo_keywords: "starttls, size, pipelining, dsn" } },
  { domain: "small", at: [ip(44)], settings: { message_size_limit: "1000000" }, certificate: good },
  { domain: "once", at: [ip(52)], settings: { smtpd_client_connection_rate_limit: "1" }, certificate: good },
  { domain: "limited", at: [ip(45)], settings: { smtpd_client_connection_rate_limit: "1" }, certificate: good },
  {
    domain: "choosy",
    at: [ip(46)],
    settings: atOnce("smtpd_helo_restrictions", "check_helo_access static:{ 450 4.7.1 Try again later }"),
    certificate: good,
  },
  {
    domain: "rude",
    at: [ip(51)],
    settings: atOnce("smtpd_helo_restrictions", "check_helo_access static:{ 550 5.7.1 Go away }"),
    certificate: good,
  },
  { domain: "mixed", at: [ip(47)], settings: {}, certificate: good },
  {
    domain: "dane",
    at: [ip(80)],
    settings: {},
    certificate: good,
    tlsa: ([leaf]) => [ofKey(3, leaf!), otherKey(3)],
  },
  { domain: "mismatch", at: [ip(81)], settings: {}, certificate: good, tlsa: () => [otherKey(3)] },
  { domain: "pinned", at: [ip(82)], settings: {}, certificate: ended, tlsa: ([leaf]) => [ofKey(3, leaf!)] },
  { domain: "anchored", at: [ip(83)], settings: {}, certificate: privately, tlsa: ([, ca]) => [ofKey(2, ca!)] },
  { domain: "misnamed", at: [ip(84)], settings: {}, certificate: ended, tlsa: ([, ca]) => [ofKey(2, ca!)] },
  { domain: "unanchored", at: [ip(85)], settings: {}, certificate: privately, tlsa: () => [otherKey(2)] },
  { domain: "unusable", at: [ip(86)], settings: {}, certificate: good, tlsa: () => [`1 1 1 ${"5a".repeat(32)}`] },
  { domain: "island", at: [ip(87)], settings: {}, certificate: good, tlsa: ([leaf]) => [ofKey(3, leaf!)] },
  {
    domain: "login",
    at: [ip(90)],
    settings: {
      smtpd_sasl_auth_enable: "yes",
      smtpd_sasl_type: "dovecot",
      smtpd_sasl_path: sasl,
      smtpd_tls_auth_only: "yes",
      smtpd_authorized_xclient_hosts: "198.51.101.0/24",
      ...taking,
    },
    certificate: good,
  },
  {
    domain: "proxied",
    at: [ip(91)],
    settings: { smtpd_upstream_proxy_protocol: "haproxy", ...taking },
    certificate: good,
  },
  { domain: "closed", at: [ip(60)] },
  { domain: "dropped", at: [ip(61)] },
  { domain: "prohibited", at: [ip(62)] },
  { domain: "inside", at: ["192.0.2.25"], settings: {}, certificate: good },
];

export const filters = [
  `ip daddr ${servers.withoutTcp} tcp dport 53 reject with tcp reset`,
  `ip daddr ${servers.silent} drop`,
  `ip daddr ${ip(61)} tcp dport 25 drop`,
  `ip daddr ${ip(62)} tcp dport 25 reject with icmpx type admin-prohibited`,
];

/** Addresses that nothing listens on, or that are names of something in the zones. */
const others = [48, 60, 61, 62, 70, 71, 72, 73].map(ip);

export const addresses = [...new Set([...Object.values(servers), ...mailHosts.flatMap(({ at }) => at), ...others])].map(
  (address) => (address.includes(":") ? `${address}/128` : `${address}/32`),
);
