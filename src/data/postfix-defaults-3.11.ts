/** Defaults of Postfix 3.11.7 that are not those of 3.7.11, as Debian sid builds it; from `postconf -d`, 2026-11. */
export const postfixDefaults311: readonly (readonly [value: string, names: string])[] = [
  ["$default_cache_db_type:$data_directory/verify_cache", "address_verify_map"],
  ["$default_database_type:/etc/aliases", "alias_database"],
  ["$default_database_type:/etc/aliases, nis:mail.aliases", "alias_maps"],
  [
    "no",
    `
allow_srv_lookup_fallback force_mime_input_conversion ignore_srv_lookup_error lmtp_tls_enable_rpk
lmtp_tlsrpt_enable lmtp_tlsrpt_skip_reused_handshakes smtp_tls_enable_rpk smtp_tlsrpt_enable
smtp_tlsrpt_skip_reused_handshakes smtpd_hide_client_session smtpd_tls_enable_rpk
`,
  ],
  ["lmdb", "default_cache_db_type"],
  ["cdb", "default_database_type"],
  ["utf-8", "full_name_encoding_charset"],
  [
    "yes",
    `
lmtp_log_tls_feature_status lmtp_tls_enforce_sts_mx_patterns non_bdb_migration_log_redirect
relocated_prefix_enable requiretls_enable requiretls_esmtp_header requiretls_redact_dsn
smtp_log_tls_feature_status smtp_tls_enforce_sts_mx_patterns smtpd_forbid_unauth_pipelining
tls_required_enable
`,
  ],
  ["opportunistic", "lmtp_requiretls_policy"],
  [":", `lmtp_sasl_password_result_delimiter smtp_sasl_password_result_delimiter`],
  [
    "",
    `
lmtp_tlsrpt_socket_name non_bdb_custom_mapping smtp_tlsrpt_socket_name smtpd_reject_filter_maps
tls_export_cipherlist tls_ffdhe_auto_groups tls_low_cipherlist use_srv_lookup
`,
  ],
  ["0600", "maillog_file_permissions"],
  ["/usr/share/postfix", "meta_directory"],
  ["shutdown", "milter_default_action"],
  ["/etc /usr/local/etc", "non_bdb_migration_allow_root_prefixes"],
  ["$data_directory /var/lib/mailman /var/lib/mailman3", "non_bdb_migration_allow_user_prefixes"],
  ["disable", "non_bdb_migration_level"],
  ["nbdb_reindex", "non_bdb_migration_service_name"],
  ["fix_quietly", "non_empty_end_of_header_action"],
  ["$default_cache_db_type:$data_directory/postscreen_cache", "postscreen_cache_map"],
  [
    "inline:{{${domain_to_ascii{$mydomain}}=opportunistic}, {.${domain_to_ascii{$mydomain}}=opportunistic}, {localhost=opportunistic}}, cidr:{{0.0.0.0/0 opportunistic}, {::/0 opportunistic}}, enforce",
    "smtp_requiretls_policy",
  ],
  ["dane", "smtp_tls_dane_insecure_mx_policy"],
  ["${{$compatibility_level} <level {3.11} ? {} : {may}}", "smtp_tls_security_level"],
  ["32", "smtpd_client_ipv4_prefix_length"],
  ["84", "smtpd_client_ipv6_prefix_length"],
  ["normalize", "smtpd_forbid_bare_newline"],
  ["100000", "socketmap_max_reply_size"],
  ["?X25519MLKEM768:DEFAULT", "tls_eecdh_auto_curves"],
  ["aNULL:-aNULL:HIGH:!SEED:!IDEA:!3DES:!RC2:!RC4:!RC5:!kDH:!kECDH:!aDSS:!MD5:@STRENGTH", "tls_high_cipherlist"],
  [
    "aNULL:-aNULL:HIGH:MEDIUM:!SEED:!IDEA:!3DES:!RC2:!RC4:!RC5:!kDH:!kECDH:!aDSS:!MD5:+RC4:@STRENGTH",
    "tls_medium_cipherlist",
  ],
  ["eNULL:!kDH:!kECDH:!aDSS:!MD5:!aNULL", "tls_null_cipherlist"],
  ["${tlsproxy_client_policy?{$tlsproxy_client_policy}:{$smtp_tls_policy_maps}}", "tlsproxy_client_policy_maps"],
  ["${tlsproxy_client_level?{$tlsproxy_client_level}:{$smtp_tls_security_level}}", "tlsproxy_client_security_level"],
  ["$smtpd_tls_enable_rpk", "tlsproxy_tls_enable_rpk"],
];
