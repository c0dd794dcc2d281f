import { postfixDefaults311 } from "./postfix-defaults-3.11.js";
import { postfixDefaults37 } from "./postfix-defaults.js";

const table = (groups: readonly (readonly [value: string, names: string])[]): Map<string, string> =>
  new Map(
    groups.flatMap(([value, names]) =>
      names
        .trim()
        .split(/\s+/)
        .map((name): [string, string] => [name, value]),
    ),
  );

const old = table(postfixDefaults37);
const late = new Map([...old, ...table(postfixDefaults311)]);
late.delete("tls_legacy_public_key_fingerprints");

/** Settings whose default changed between the two tables, and the release with which it did. */
const since: Readonly<Record<string, string>> = {
  smtpd_forbid_bare_newline: "3.9",
  smtpd_forbid_unauth_pipelining: "3.9",
  smtp_tls_security_level: "3.11",
  milter_default_action: "3.11",
};

/** Settings whose defaults were others before 3.6, which no table here holds. */
const before36 =
  /^(?:smtpd?|lmtp|tlsproxy|postscreen)_.*(?:_protocols|fingerprint_digest|_cache_map|(?:allow|deny)list.*)$|^compatibility_level$/;

/** What Postfix works out from the machine it runs on. */
const ofMachine: ReadonlySet<string> = new Set(
  "myhostname mydomain mynetworks process_id process_name service_name mail_version mail_release_date config_directory import_environment milter_macro_v proxy_read_maps proxy_write_maps".split(
    " ",
  ),
);

/** Whether one release, as 3.7.11, comes before another; a snapshot such as 3.12-20260821 counts as its release. */
export function isBefore(release: string, other: string): boolean {
  const parts = (text: string): number[] => text.split(/[.-]/, 3).map(Number);
  const [one, two] = [parts(release), parts(other)];
  for (let at = 0; at < 3; at++) {
    const apart = (one[at] ?? 0) - (two[at] ?? 0);
    if (apart !== 0 && !(at === 2 && (one[at] ?? 0) > 1e6)) return apart < 0;
  }
  return false;
}

/**
 * The default of a setting in a release, not expanded; without a release, where all that are known agree. Null where that
 * is not known, undefined for a name that no release knows.
 */
export function postfixDefault(name: string, release: string | null): string | null | undefined {
  if (ofMachine.has(name)) return null;
  const [one, other] = [old.get(name), late.get(name)];
  if (one === undefined && other === undefined) return undefined;
  if (release !== null && !isBefore(release, "3.11")) return other;
  if (release !== null && isBefore(release, "3.6") && before36.test(name)) return null;
  if (one === other) return one;
  if (release === null) return null;
  if (isBefore(release, "3.8") && !isBefore(release, "3.7")) return one;
  const changed = since[name];
  if (changed === undefined) return null;
  return isBefore(release, changed) ? one : other;
}

/** Whether some release knows a setting by this name. */
export const isPostfixSetting = (name: string): boolean => ofMachine.has(name) || old.has(name) || late.has(name);

/** Names that are on their way out, with what stands for them (DEPRECATION_README); an empty text: the default is right. */
export const deprecatedSettings: Readonly<Record<string, string>> = {
  authorized_verp_clients: "smtpd_authorized_verp_clients",
  disable_dns_lookups: "smtp_dns_support_level",
  fallback_relay: "smtp_fallback_relay",
  lmtp_per_record_deadline: "lmtp_per_request_deadline",
  postscreen_blacklist_action: "postscreen_denylist_action",
  postscreen_dnsbl_ttl: "postscreen_dnsbl_max_ttl",
  postscreen_dnsbl_whitelist_threshold: "postscreen_dnsbl_allowlist_threshold",
  postscreen_whitelist_interfaces: "postscreen_allowlist_interfaces",
  smtp_cname_overrides_servername: "",
  smtp_per_record_deadline: "smtp_per_request_deadline",
  smtpd_client_connection_limit_exceptions: "smtpd_client_event_limit_exceptions",
  smtpd_per_record_deadline: "smtpd_per_request_deadline",
  tlsproxy_client_level: "tlsproxy_client_security_level",
  tlsproxy_client_policy: "tlsproxy_client_policy_maps",
  virtual_maps: "virtual_alias_maps",
};

/** Settings of TLS that levels and policy tables have replaced. */
export const deprecatedTlsSettings: Readonly<Record<string, string>> = {
  lmtp_enforce_tls: "lmtp_tls_security_level",
  lmtp_tls_enforce_peername: "lmtp_tls_security_level",
  lmtp_tls_per_site: "lmtp_tls_policy_maps",
  lmtp_use_tls: "lmtp_tls_security_level",
  smtp_enforce_tls: "smtp_tls_security_level",
  smtp_tls_enforce_peername: "smtp_tls_security_level",
  smtp_tls_per_site: "smtp_tls_policy_maps",
  smtp_use_tls: "smtp_tls_security_level",
  smtpd_enforce_tls: "smtpd_tls_security_level",
  smtpd_use_tls: "smtpd_tls_security_level",
};

/** Settings whose values postconf(1) does not expand: what stands there means something later, for each message. */
export const unexpandedSettings: ReadonlySet<string> = new Set([
  "command_execution_directory",
  "default_rbl_reply",
  "forward_path",
  "luser_relay",
  "mailbox_command",
  "postscreen_expansion_filter",
  "postscreen_reject_footer",
  "smtpd_expansion_filter",
  "smtpd_reject_footer",
]);
