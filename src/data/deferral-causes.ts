import type { BounceReason } from "./bounce-reasons.js";

/**
 * Causes of a delay that Postfix itself tells, finer than the reasons of bounces: what it writes where no server answered
 * or its own parts failed. Read from messages of Postfix 3.7 and 3.11, 2026-11-24. The first that is found counts.
 */
export interface DeferralCause extends Pick<BounceReason, "who" | "means" | "remedy" | "checks"> {
  /** Found in the reason of the delay, in lower case. */
  sign: RegExp;
}

const reachable = ["mx/target-resolves", "port/25-open", "smtp/greeting"];
const served = ["tls/starttls-offered", "tls/starttls-handshake", "cert/trust-chain", "cert/name-match"];

export const deferralCauses = {
  "not logged in": {
    sign: /sasl authentication fail|authentication credentials? invalid|server denied authentication/,
    who: "you",
    means: "the relay refuses the login that mail is sent with",
    remedy: "mend the password in smtp_sasl_password_maps, and run postmap",
    checks: [],
  },
  misconfigured: {
    sign: /mail system configuration error|mail transport unavailable|temporary lookup failure|(?:table|map) lookup (?:error|problem)|alias database unavailable|unknown mail transport|local configuration error|server configuration (?:error|problem)/,
    who: "you",
    means: "a part of this Postfix fails: a service or a lookup table",
    remedy: "read the warnings in the log; then run postfix check",
    checks: [],
  },
  "no room here": {
    sign: /no space left on device|disk quota exceeded|cannot (?:create|append|update|write)/,
    who: "you",
    means: "this machine cannot write: a disk is full, or a folder may not be written",
    remedy: "look at df and at the owner of the mailbox",
    checks: [],
  },
  dns: {
    sign: /^host or domain name not found|name service error|host not found, try again|unable to look up host|malformed (?:or unexpected )?name server reply|numeric domain name|dns(?:sec)? lookup (?:error|failure)/,
    who: "you or receiver",
    means: "its mail hosts cannot be found in DNS for now",
    remedy: "see whether your resolver answers for other domains; if it does, theirs is broken",
    checks: ["env/resolver-reachable", "dns/domain-exists", "mx/target-resolves"],
  },
  tls: {
    sign: /^(?:tls is required|cannot start tls|server certificate|untrusted|tlsa? |certificate )|non-dnssec destination|no tlsa (?:records|dns)|cannot start tls: handshake failure|but (?:our )?tls engine/,
    who: "you or receiver",
    means: "the connection could not be made secure as your policy wants it",
    remedy: "compare smtp_tls_policy_maps with what the host offers",
    checks: served,
  },
  refused: {
    sign: /^connect to .{1,300}connection refused|^connect to .{1,300}no such file or directory/,
    who: "receiver",
    means: "nothing listens there",
    remedy: "nothing to do here if port 25 is open elsewhere; tell them another way",
    checks: reachable,
  },
  unreachable: {
    sign: /^connect to .{1,300}(?:no route to host|network is unreachable|host is unreachable|permission denied)/,
    who: "you or receiver",
    means: "no way leads there from here",
    remedy: "look at your routes and firewall; without IPv6, set inet_protocols = ipv4",
    checks: [...reachable, "env/ipv6-egress"],
  },
  silent: {
    sign: /^connect to .{1,300}timed out|^conversation with .{1,300}timed out/,
    who: "you or receiver",
    means: "nobody answers in time",
    remedy: "see whether all of port 25 is blocked for you; else the host is down",
    checks: [...reachable, "env/outbound-25"],
  },
  "connection lost": {
    sign: /^lost connection with|^lost tcp connection/,
    who: "receiver",
    means: "the connection breaks off before the message is taken",
    remedy: "send a small message there by hand; a firewall or a path MTU may be in the way",
    checks: ["smtp/greeting", "smtp/ehlo"],
  },
  loop: {
    sign: /loops back to myself|too many hops/,
    who: "you",
    means: "mail for that domain comes back to this machine",
    remedy: "put the domain among those that are delivered here, or mend its MX record",
    checks: ["mx/target-resolves"],
  },
} as const satisfies Record<string, DeferralCause>;

export type DeferralName = keyof typeof deferralCauses;
