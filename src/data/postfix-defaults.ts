/**
 * Defaults of Postfix 3.7.11 as Debian 12 builds it, each value with the settings that have it; from `postconf -d`,
 * 2026-11. What Postfix works out from the machine is left out, and what it makes up for each transport.
 */
export const postfixDefaults37: readonly (readonly [value: string, names: string])[] = [
  ["postmaster", `2bounce_notice_recipient bounce_notice_recipient delay_notice_recipient error_notice_recipient`],
  [
    "450",
    `
access_map_defer_code defer_code plaintext_reject_code unknown_address_reject_code unknown_client_reject_code
unknown_hostname_reject_code unverified_recipient_defer_code unverified_recipient_reject_code
unverified_sender_defer_code unverified_sender_reject_code
`,
  ],
  ["554", `access_map_reject_code maps_rbl_reject_code reject_code relay_domains_reject_code`],
  ["12h", `address_verify_cache_cleanup_interval fast_flush_refresh_time postscreen_cache_cleanup_interval`],
  ["$default_transport", "address_verify_default_transport"],
  ["$local_transport", "address_verify_local_transport"],
  ["btree:$data_directory/verify_cache", "address_verify_map"],
  [
    "yes",
    `
address_verify_negative_cache allow_percent_hack append_at_myorigin backwards_bounce_logfile_compatibility
biff cleanup_replace_stray_cr_lf detect_8bit_encoding_header enable_original_recipient frozen_delivered_to
helpful_warnings lmtp_balance_inet_protocols lmtp_connection_cache_on_demand lmtp_quote_rfc821_envelope
lmtp_randomize_addresses lmtp_sasl_auth_soft_bounce lmtp_skip_5xx_greeting lmtp_tls_enforce_peername
owner_request_special resolve_dequoted_address show_user_unknown_table_name smtp_always_send_ehlo
smtp_balance_inet_protocols smtp_connection_cache_on_demand smtp_quote_rfc821_envelope
smtp_randomize_addresses smtp_sasl_auth_soft_bounce smtp_skip_5xx_greeting smtp_skip_quit_response
smtp_tls_enforce_peername smtpd_delay_open_until_valid_rcpt smtpd_delay_reject smtpd_peername_lookup
smtpd_reject_unlisted_recipient smtpd_tls_always_issue_session_ids strict_mailbox_ownership swap_bangpath
tls_fast_shutdown_enable tls_wildcard_matches_multiple_labels
`,
  ],
  ["3d", "address_verify_negative_expire_time"],
  ["3h", "address_verify_negative_refresh_time"],
  ["5000", "address_verify_pending_request_limit"],
  ["${stress?{1}:{3}}", "address_verify_poll_count"],
  ["3s", "address_verify_poll_delay"],
  ["31d", "address_verify_positive_expire_time"],
  ["7d", `address_verify_positive_refresh_time fast_flush_purge_time postscreen_cache_retention_time`],
  ["$relay_transport", "address_verify_relay_transport"],
  ["$relayhost", "address_verify_relayhost"],
  ["$double_bounce_sender", "address_verify_sender"],
  ["$sender_dependent_default_transport_maps", "address_verify_sender_dependent_default_transport_maps"],
  ["$sender_dependent_relayhost_maps", "address_verify_sender_dependent_relayhost_maps"],
  [
    "0s",
    `
address_verify_sender_ttl default_destination_rate_delay default_transport_rate_delay dnsblog_reply_delay
lmtp_connect_timeout
`,
  ],
  ["verify", "address_verify_service_name"],
  ["$transport_maps", "address_verify_transport_maps"],
  ["$virtual_transport", "address_verify_virtual_transport"],
  ["hash:/etc/aliases", "alias_database"],
  ["hash:/etc/aliases, nis:mail.aliases", "alias_maps"],
  ["alias, forward", `allow_mail_to_commands allow_mail_to_files`],
  [
    "no",
    `
allow_min_user allow_untrusted_routing always_add_missing_headers broken_sasl_auth_clients
confirm_delay_cleared daemon_table_open_error_is_fatal destination_concurrency_feedback_debug
disable_dns_lookups disable_mime_input_processing disable_mime_output_conversion disable_verp_bounces
disable_vrfy_command dns_ncache_ttl_fix_enable enable_idna2003_compatibility enable_long_queue_ids
enable_threaded_bounces expand_owner_alias ignore_mx_lookup_error lmtp_assume_final lmtp_bind_address_enforce
lmtp_cname_overrides_servername lmtp_defer_if_no_mx_address_found lmtp_enforce_tls lmtp_sasl_auth_enable
lmtp_send_dummy_mail_auth lmtp_send_xforward_command lmtp_sender_dependent_authentication
lmtp_skip_quit_response lmtp_tls_block_early_mail_reply lmtp_tls_connection_reuse
lmtp_tls_force_insecure_host_tlsa_lookup lmtp_tls_note_starttls_offer lmtp_tls_wrappermode lmtp_use_tls
multi_instance_enable postscreen_bare_newline_enable postscreen_non_smtp_command_enable
postscreen_pipelining_enable qmqpd_client_port_logging require_home_directory reset_owner_alias
resolve_null_domain resolve_numeric_domain send_cyrus_sasl_authzid smtp_bind_address_enforce
smtp_cname_overrides_servername smtp_defer_if_no_mx_address_found smtp_enforce_tls smtp_never_send_ehlo
smtp_sasl_auth_enable smtp_send_dummy_mail_auth smtp_send_xforward_command
smtp_sender_dependent_authentication smtp_tls_block_early_mail_reply smtp_tls_connection_reuse
smtp_tls_force_insecure_host_tlsa_lookup smtp_tls_note_starttls_offer smtp_tls_wrappermode smtp_use_tls
smtpd_client_port_logging smtpd_enforce_tls smtpd_forbid_bare_newline smtpd_forbid_unauth_pipelining
smtpd_helo_required smtpd_reject_unlisted_sender smtpd_sasl_auth_enable smtpd_sasl_authenticated_header
smtpd_tls_ask_ccert smtpd_tls_auth_only smtpd_tls_received_header smtpd_tls_req_ccert smtpd_tls_wrappermode
smtpd_use_tls soft_bounce strict_7bit_headers strict_8bitmime strict_8bitmime_body strict_mime_encoding_domain
strict_rfc821_envelopes strict_smtputf8 sun_mailtool_compatibility tls_append_default_CA
tls_legacy_public_key_fingerprints tls_preempt_cipherlist
`,
  ],
  [
    "",
    `
alternate_config_directories always_bcc best_mx_transport body_checks bounce_template_file canonical_maps
command_execution_directory content_filter cyrus_sasl_config_path debug_peer_list debugger_command
default_delivery_status_filter default_filter_nexthop defer_transports fallback_transport
fallback_transport_maps header_checks home_mailbox internal_mail_filter_classes lmtp_bind_address
lmtp_bind_address6 lmtp_body_checks lmtp_connection_cache_destinations lmtp_discard_lhlo_keyword_address_maps
lmtp_discard_lhlo_keywords lmtp_dns_reply_filter lmtp_dns_resolver_options lmtp_dns_support_level
lmtp_fallback_relay lmtp_generic_maps lmtp_header_checks lmtp_mime_header_checks lmtp_nested_header_checks
lmtp_pix_workaround_maps lmtp_reply_filter lmtp_sasl_auth_cache_name lmtp_sasl_mechanism_filter
lmtp_sasl_password_maps lmtp_sasl_path lmtp_tls_CAfile lmtp_tls_CApath lmtp_tls_cert_file lmtp_tls_chain_files
lmtp_tls_dcert_file lmtp_tls_eccert_file lmtp_tls_exclude_ciphers lmtp_tls_fingerprint_cert_match
lmtp_tls_mandatory_exclude_ciphers lmtp_tls_per_site lmtp_tls_policy_maps lmtp_tls_security_level
lmtp_tls_servername lmtp_tls_session_cache_database lmtp_tls_trust_anchor_file local_command_shell luser_relay
mailbox_command mailbox_command_maps mailbox_transport mailbox_transport_maps maillog_file maps_rbl_domains
masquerade_domains masquerade_exceptions master_service_disable message_reject_characters
message_strip_characters milter_header_checks milter_macro_defaults milter_unknown_command_macros
multi_instance_directories multi_instance_group multi_instance_name multi_instance_wrapper non_smtpd_milters
permit_mx_backup_networks postscreen_command_filter postscreen_dnsbl_reply_map postscreen_dnsbl_sites
postscreen_upstream_proxy_protocol proxy_interfaces qmqpd_authorized_clients rbl_reply_maps
receive_override_options recipient_bcc_maps recipient_canonical_maps recipient_delimiter relay_clientcerts
relay_recipient_maps relayhost relocated_maps remote_header_rewrite_domain sender_bcc_maps
sender_canonical_maps sender_dependent_default_transport_maps sender_dependent_relayhost_maps
smtp_bind_address smtp_bind_address6 smtp_body_checks smtp_connection_cache_destinations
smtp_discard_ehlo_keyword_address_maps smtp_discard_ehlo_keywords smtp_dns_reply_filter
smtp_dns_resolver_options smtp_dns_support_level smtp_generic_maps smtp_header_checks smtp_mime_header_checks
smtp_nested_header_checks smtp_pix_workaround_maps smtp_reply_filter smtp_sasl_auth_cache_name
smtp_sasl_mechanism_filter smtp_sasl_password_maps smtp_sasl_path smtp_tls_CAfile smtp_tls_CApath
smtp_tls_cert_file smtp_tls_chain_files smtp_tls_dcert_file smtp_tls_eccert_file smtp_tls_exclude_ciphers
smtp_tls_fingerprint_cert_match smtp_tls_mandatory_exclude_ciphers smtp_tls_per_site smtp_tls_policy_maps
smtp_tls_security_level smtp_tls_servername smtp_tls_session_cache_database smtp_tls_trust_anchor_file
smtpd_authorized_xclient_hosts smtpd_authorized_xforward_hosts smtpd_client_restrictions smtpd_command_filter
smtpd_data_restrictions smtpd_discard_ehlo_keyword_address_maps smtpd_discard_ehlo_keywords
smtpd_dns_reply_filter smtpd_end_of_data_restrictions smtpd_etrn_restrictions smtpd_helo_restrictions
smtpd_log_access_permit_actions smtpd_milter_maps smtpd_milters smtpd_noop_commands
smtpd_policy_service_policy_context smtpd_proxy_filter smtpd_proxy_options smtpd_recipient_restrictions
smtpd_reject_footer smtpd_reject_footer_maps smtpd_restriction_classes smtpd_sasl_exceptions_networks
smtpd_sasl_local_domain smtpd_sender_login_maps smtpd_sender_restrictions smtpd_tls_CAfile smtpd_tls_CApath
smtpd_tls_cert_file smtpd_tls_chain_files smtpd_tls_dcert_file smtpd_tls_dh1024_param_file
smtpd_tls_dh512_param_file smtpd_tls_eccert_file smtpd_tls_exclude_ciphers smtpd_tls_mandatory_exclude_ciphers
smtpd_tls_security_level smtpd_tls_session_cache_database smtpd_upstream_proxy_protocol stress tls_config_name
tls_disable_workarounds tls_server_sni_maps tls_ssl_options transport_maps undisclosed_recipients_header
unverified_recipient_reject_reason unverified_sender_reject_reason virtual_gid_maps virtual_mailbox_base
virtual_mailbox_maps virtual_uid_maps
`,
  ],
  [
    "60s",
    `
anvil_rate_time_unit postscreen_dnsbl_min_ttl qmgr_ipc_timeout service_throttle_time transport_retry_time
`,
  ],
  [
    "600s",
    `
anvil_status_update_time connection_cache_status_update_time lmtp_data_done_timeout smtp_data_done_timeout
`,
  ],
  ["${{$compatibility_level} <level {1} ? {yes} : {no}}", "append_dot_mydomain"],
  ["100s", `application_event_drain_time max_idle smtpd_policy_service_timeout smtpd_proxy_timeout`],
  ["static:anyone", `authorized_flush_users authorized_mailq_users authorized_submit_users`],
  ["16777216", `berkeley_db_create_buffer_size lmdb_map_size`],
  ["131072", "berkeley_db_read_buffer_size"],
  ["51200", "body_checks_size_limit"],
  ["5d", `bounce_queue_lifetime maximal_queue_lifetime`],
  ["bounce", "bounce_service_name"],
  ["50000", "bounce_size_limit"],
  ["envelope_sender, envelope_recipient, header_sender, header_recipient", "canonical_classes"],
  ["cleanup", "cleanup_service_name"],
  ["/usr/sbin", "command_directory"],
  [
    "1234567890!@%-_=+:,./abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
    `command_expansion_filter execution_directory_expansion_filter forward_expansion_filter`,
  ],
  ["1000s", `command_time_limit ipc_ttl qmgr_daemon_timeout smtpd_policy_service_max_ttl`],
  [
    "0",
    `
compatibility_level dont_remove fault_injection_code lmtp_connection_reuse_count_limit lmtp_tls_loglevel
queue_minfree smtp_connection_reuse_count_limit smtp_tls_loglevel smtpd_client_auth_rate_limit
smtpd_client_connection_rate_limit smtpd_client_message_rate_limit smtpd_client_new_tls_session_rate_limit
smtpd_client_recipient_rate_limit smtpd_policy_service_request_limit smtpd_tls_loglevel tcp_windowsize
`,
  ],
  [
    "5s",
    `
connection_cache_protocol_timeout default_recipient_refill_delay ipc_idle postscreen_upstream_proxy_timeout
smtpd_upstream_proxy_timeout
`,
  ],
  ["scache", "connection_cache_service_name"],
  ["2s", `connection_cache_ttl_limit lmtp_connection_cache_time_limit smtp_connection_cache_time_limit`],
  ["/usr/lib/postfix/sbin", "daemon_directory"],
  ["18000s", "daemon_timeout"],
  ["/var/lib/postfix", "data_directory"],
  [
    "2",
    `
debug_peer_level delay_logging_resolution_limit lmtp_mx_session_limit local_destination_concurrency_limit
smtp_mx_session_limit smtpd_policy_service_try_limit
`,
  ],
  ["hash", "default_database_type"],
  [
    "5",
    `
default_delivery_slot_cost fork_attempts initial_destination_concurrency lmtp_mx_address_limit
smtp_mx_address_limit
`,
  ],
  [
    "50",
    `
default_delivery_slot_discount default_destination_recipient_limit hopcount_limit
smtpd_client_connection_count_limit
`,
  ],
  ["3", `default_delivery_slot_loan default_minimum_delivery_slots`],
  [
    "1",
    `
default_destination_concurrency_failed_cohort_limit default_destination_concurrency_negative_feedback
default_destination_concurrency_positive_feedback hash_queue_depth local_destination_recipient_limit
postscreen_dnsbl_threshold
`,
  ],
  ["20", `default_destination_concurrency_limit deliver_lock_attempts postscreen_command_count_limit`],
  [
    "1000",
    `
default_extra_recipient_limit duplicate_filter_limit smtpd_recipient_limit smtpd_recipient_overshoot_limit
virtual_alias_address_length_limit virtual_alias_expansion_limit virtual_alias_recursion_limit
`,
  ],
  ["nobody", "default_privs"],
  [
    "100",
    `
default_process_limit default_recipient_refill_limit max_use mime_nesting_limit qmgr_fudge_factor
queue_file_attribute_count_limit smtpd_history_flush_threshold virtual_minimum_uid
`,
  ],
  [
    "$rbl_code Service unavailable; $rbl_class [$rbl_what] blocked using $rbl_domain${rbl_reason?; $rbl_reason}",
    "default_rbl_reply",
  ],
  ["20000", `default_recipient_limit qmgr_message_active_limit qmgr_message_recipient_limit`],
  ["smtp", `default_transport smtp_tcp_port smtpd_sasl_service`],
  ["+=", "default_verp_delimiters"],
  ["defer", "defer_service_name"],
  ["0h", "delay_warning_time"],
  [
    "1s",
    `
deliver_lock_delay fork_delay in_flow_delay qmqpd_error_delay smtpd_error_sleep_time
smtpd_policy_service_retry_delay
`,
  ],
  ["dnsblog", "dnsblog_service_name"],
  ["ns:.", "dnssec_probe"],
  ["double-bounce", "double_bounce_sender"],
  [
    "<>",
    `
empty_address_default_transport_maps_lookup_key empty_address_local_login_sender_maps_lookup_key
empty_address_relayhost_maps_lookup_key smtpd_null_access_lookup_key
`,
  ],
  ["MAILER-DAEMON", "empty_address_recipient"],
  [
    "$default_delivery_slot_cost",
    `
error_delivery_slot_cost lmtp_delivery_slot_cost local_delivery_slot_cost relay_delivery_slot_cost
retry_delivery_slot_cost smtp_delivery_slot_cost virtual_delivery_slot_cost
`,
  ],
  [
    "$default_delivery_slot_discount",
    `
error_delivery_slot_discount lmtp_delivery_slot_discount local_delivery_slot_discount
relay_delivery_slot_discount retry_delivery_slot_discount smtp_delivery_slot_discount
virtual_delivery_slot_discount
`,
  ],
  [
    "$default_delivery_slot_loan",
    `
error_delivery_slot_loan lmtp_delivery_slot_loan local_delivery_slot_loan relay_delivery_slot_loan
retry_delivery_slot_loan smtp_delivery_slot_loan virtual_delivery_slot_loan
`,
  ],
  [
    "$default_destination_concurrency_failed_cohort_limit",
    `
error_destination_concurrency_failed_cohort_limit lmtp_destination_concurrency_failed_cohort_limit
local_destination_concurrency_failed_cohort_limit relay_destination_concurrency_failed_cohort_limit
retry_destination_concurrency_failed_cohort_limit smtp_destination_concurrency_failed_cohort_limit
virtual_destination_concurrency_failed_cohort_limit
`,
  ],
  [
    "$default_destination_concurrency_limit",
    `
error_destination_concurrency_limit lmtp_destination_concurrency_limit relay_destination_concurrency_limit
retry_destination_concurrency_limit smtp_destination_concurrency_limit virtual_destination_concurrency_limit
`,
  ],
  [
    "$default_destination_concurrency_negative_feedback",
    `
error_destination_concurrency_negative_feedback lmtp_destination_concurrency_negative_feedback
local_destination_concurrency_negative_feedback relay_destination_concurrency_negative_feedback
retry_destination_concurrency_negative_feedback smtp_destination_concurrency_negative_feedback
virtual_destination_concurrency_negative_feedback
`,
  ],
  [
    "$default_destination_concurrency_positive_feedback",
    `
error_destination_concurrency_positive_feedback lmtp_destination_concurrency_positive_feedback
local_destination_concurrency_positive_feedback relay_destination_concurrency_positive_feedback
retry_destination_concurrency_positive_feedback smtp_destination_concurrency_positive_feedback
virtual_destination_concurrency_positive_feedback
`,
  ],
  [
    "$default_destination_rate_delay",
    `
error_destination_rate_delay lmtp_destination_rate_delay local_destination_rate_delay
relay_destination_rate_delay retry_destination_rate_delay smtp_destination_rate_delay
virtual_destination_rate_delay
`,
  ],
  [
    "$default_destination_recipient_limit",
    `
error_destination_recipient_limit lmtp_destination_recipient_limit relay_destination_recipient_limit
retry_destination_recipient_limit smtp_destination_recipient_limit virtual_destination_recipient_limit
`,
  ],
  [
    "$default_extra_recipient_limit",
    `
error_extra_recipient_limit lmtp_extra_recipient_limit local_extra_recipient_limit relay_extra_recipient_limit
retry_extra_recipient_limit smtp_extra_recipient_limit virtual_extra_recipient_limit
`,
  ],
  [
    "$initial_destination_concurrency",
    `
error_initial_destination_concurrency lmtp_initial_destination_concurrency
local_initial_destination_concurrency relay_initial_destination_concurrency
retry_initial_destination_concurrency smtp_initial_destination_concurrency
virtual_initial_destination_concurrency
`,
  ],
  [
    "$default_minimum_delivery_slots",
    `
error_minimum_delivery_slots lmtp_minimum_delivery_slots local_minimum_delivery_slots
relay_minimum_delivery_slots retry_minimum_delivery_slots smtp_minimum_delivery_slots
virtual_minimum_delivery_slots
`,
  ],
  [
    "$default_recipient_limit",
    `
error_recipient_limit lmtp_recipient_limit local_recipient_limit relay_recipient_limit retry_recipient_limit
smtp_recipient_limit virtual_recipient_limit
`,
  ],
  [
    "$default_recipient_refill_delay",
    `
error_recipient_refill_delay lmtp_recipient_refill_delay local_recipient_refill_delay
relay_recipient_refill_delay retry_recipient_refill_delay smtp_recipient_refill_delay
virtual_recipient_refill_delay
`,
  ],
  [
    "$default_recipient_refill_limit",
    `
error_recipient_refill_limit lmtp_recipient_refill_limit local_recipient_refill_limit
relay_recipient_refill_limit retry_recipient_refill_limit smtp_recipient_refill_limit
virtual_recipient_refill_limit
`,
  ],
  ["error", "error_service_name"],
  [
    "$default_transport_rate_delay",
    `
error_transport_rate_delay lmtp_transport_rate_delay local_transport_rate_delay relay_transport_rate_delay
retry_transport_rate_delay smtp_transport_rate_delay virtual_transport_rate_delay
`,
  ],
  ["TZ MAIL_CONFIG LANG", "export_environment"],
  ["$relay_domains", "fast_flush_domains"],
  ["flush", "flush_service_name"],
  ["$home/.forward${recipient_delimiter}${extension}, $home/.forward", "forward_path"],
  ["deferred, defer", "hash_queue_names"],
  ["10240", "header_address_token_limit"],
  ["standard", "header_from_format"],
  ["102400", "header_size_limit"],
  ["/usr/share/doc/postfix/html", "html_directory"],
  ["all", `inet_interfaces inet_protocols`],
  ["external", "info_log_address_format"],
  ["501", "invalid_hostname_reject_code"],
  [
    "3600s",
    `
ipc_timeout lmtp_tls_session_cache_timeout smtp_tls_session_cache_timeout smtpd_tls_session_cache_timeout
tls_random_prng_update_period tls_random_reseed_period
`,
  ],
  ["lmtp=24, smtp=25, smtps=submissions=465, submission=587", "known_tcp_ports"],
  ["2048", `line_length_limit mime_boundary_length_limit`],
  ["any", `lmtp_address_preference smtp_address_preference`],
  ["rcpt", `lmtp_address_verify_target smtp_address_verify_target`],
  [
    "300s",
    `
lmtp_connection_reuse_time_limit lmtp_lhlo_timeout lmtp_mail_timeout lmtp_quit_timeout lmtp_rcpt_timeout
lmtp_starttls_timeout lmtp_xforward_timeout milter_content_timeout minimal_backoff_time qmgr_clog_warn_time
qmqpd_timeout queue_run_delay smtp_connection_reuse_time_limit smtp_helo_timeout smtp_mail_timeout
smtp_quit_timeout smtp_rcpt_timeout smtp_starttls_timeout smtp_xforward_timeout smtpd_policy_service_max_idle
`,
  ],
  ["120s", `lmtp_data_init_timeout smtp_data_init_timeout`],
  ["180s", `lmtp_data_xfer_timeout smtp_data_xfer_timeout`],
  [
    "$default_delivery_status_filter",
    `
lmtp_delivery_status_filter local_delivery_status_filter pipe_delivery_status_filter
smtp_delivery_status_filter virtual_delivery_status_filter
`,
  ],
  ["dns", `lmtp_host_lookup smtp_host_lookup`],
  ["$myhostname", `lmtp_lhlo_name milter_macro_daemon_name myorigin smtp_helo_name smtpd_proxy_ehlo`],
  ["998", `lmtp_line_length_limit smtp_line_length_limit`],
  ["500", `lmtp_min_data_rate smtp_min_data_rate smtpd_min_data_rate`],
  ["${lmtp_per_record_deadline?{$lmtp_per_record_deadline}:{no}}", "lmtp_per_request_deadline"],
  [
    "10s",
    `
lmtp_pix_workaround_delay_time postlogd_watchdog_timeout postscreen_dnsbl_timeout postscreen_watchdog_timeout
smtp_pix_workaround_delay_time tlsproxy_watchdog_timeout trigger_timeout
`,
  ],
  ["500s", `lmtp_pix_workaround_threshold_time smtp_pix_workaround_threshold_time stale_lock_time`],
  ["disable_esmtp,delay_dotcrlf", `lmtp_pix_workarounds smtp_pix_workarounds`],
  ["20s", `lmtp_rset_timeout smtp_rset_timeout`],
  ["90d", `lmtp_sasl_auth_cache_time smtp_sasl_auth_cache_time`],
  ["noplaintext, noanonymous", `lmtp_sasl_security_options smtp_sasl_security_options`],
  ["$lmtp_sasl_security_options", "lmtp_sasl_tls_security_options"],
  ["$lmtp_sasl_tls_security_options", "lmtp_sasl_tls_verified_security_options"],
  ["cyrus", `lmtp_sasl_type smtp_sasl_type smtpd_sasl_type`],
  ["24", "lmtp_tcp_port"],
  [
    "medium",
    `
lmtp_tls_ciphers lmtp_tls_mandatory_ciphers smtp_tls_ciphers smtp_tls_mandatory_ciphers smtpd_tls_ciphers
smtpd_tls_mandatory_ciphers
`,
  ],
  ["$lmtp_tls_dcert_file", "lmtp_tls_dkey_file"],
  ["$lmtp_tls_eccert_file", "lmtp_tls_eckey_file"],
  [
    "${{$compatibility_level} <level {3.6} ? {md5} : {sha256}}",
    `lmtp_tls_fingerprint_digest smtp_tls_fingerprint_digest smtpd_tls_fingerprint_digest`,
  ],
  ["$lmtp_tls_cert_file", "lmtp_tls_key_file"],
  [
    ">=TLSv1",
    `
lmtp_tls_mandatory_protocols lmtp_tls_protocols smtp_tls_mandatory_protocols smtp_tls_protocols
smtpd_tls_mandatory_protocols smtpd_tls_protocols
`,
  ],
  ["9", `lmtp_tls_scert_verifydepth smtp_tls_scert_verifydepth smtpd_tls_ccert_verifydepth`],
  ["nexthop", "lmtp_tls_secure_cert_match"],
  ["hostname", `lmtp_tls_verify_cert_match smtp_tls_verify_cert_match`],
  ["permit_inet_interfaces", "local_header_rewrite_clients"],
  ["static:*", "local_login_sender_maps"],
  ["proxy:unix:passwd.byname $alias_maps", "local_recipient_maps"],
  ["local:$myhostname", "local_transport"],
  ["Postfix", "mail_name"],
  ["postfix", "mail_owner"],
  ["/var/mail", "mail_spool_directory"],
  ["fcntl, dotlock", `mailbox_delivery_lock virtual_mailbox_lock`],
  ["51200000", `mailbox_size_limit virtual_mailbox_limit`],
  ["gzip", "maillog_file_compressor"],
  ["/var, /dev/stdout", "maillog_file_prefixes"],
  ["%Y%m%d-%H%M%S", "maillog_file_rotate_suffix"],
  ["/usr/bin/mailq", "mailq_path"],
  ["/usr/share/man", "manpage_directory"],
  ["envelope_sender, header_sender, header_recipient", "masquerade_classes"],
  ["4000s", "maximal_backoff_time"],
  ["bcc, content-length, resent-bcc, return-path", "message_drop_headers"],
  ["10240000", "message_size_limit"],
  ["/etc/postfix", `meta_directory sample_directory`],
  ["30s", `milter_command_timeout milter_connect_timeout smtp_connect_timeout`],
  ["j {daemon_name} {daemon_addr} v _", "milter_connect_macros"],
  ["i", `milter_data_macros milter_end_of_data_macros milter_end_of_header_macros`],
  ["tempfail", "milter_default_action"],
  ["{tls_version} {cipher} {cipher_bits} {cert_subject} {cert_issuer}", "milter_helo_macros"],
  ["i {auth_type} {auth_authen} {auth_author} {mail_addr} {mail_host} {mail_mailer}", "milter_mail_macros"],
  ["6", "milter_protocol"],
  ["i {rcpt_addr} {rcpt_host} {rcpt_mailer}", "milter_rcpt_macros"],
  ["$header_checks", `mime_header_checks nested_header_checks`],
  [
    "550",
    `
multi_recipient_bounce_reject_code smtpd_forbid_bare_newline_reject_code unknown_local_recipient_reject_code
unknown_relay_recipient_reject_code unknown_virtual_alias_reject_code unknown_virtual_mailbox_reject_code
`,
  ],
  ["$myhostname, localhost.$mydomain, localhost", "mydestination"],
  ["${{$compatibility_level} <level {2} ? {subnet} : {host}}", "mynetworks_style"],
  ["/usr/bin/newaliases", "newaliases_path"],
  ["504", "non_fqdn_reject_code"],
  ["resource, software", "notify_classes"],
  ["openssl", "openssl_path"],
  [
    "debug_peer_list,fast_flush_domains,mynetworks,permit_mx_backup_networks,qmqpd_authorized_clients,relay_domains,smtpd_access_maps",
    "parent_domain_matches_subdomains",
  ],
  ["pickup", "pickup_service_name"],
  ["postlog", "postlog_service_name"],
  ["reload flush", "postmulti_control_commands"],
  ["start", "postmulti_start_commands"],
  ["stop abort drain quick-stop", "postmulti_stop_commands"],
  ["permit_mynetworks", "postscreen_access_list"],
  [
    "${postscreen_whitelist_interfaces?{$postscreen_whitelist_interfaces}:{static:all}}",
    "postscreen_allowlist_interfaces",
  ],
  ["ignore", `postscreen_bare_newline_action postscreen_dnsbl_action postscreen_greet_action`],
  ["30d", `postscreen_bare_newline_ttl postscreen_non_smtp_command_ttl postscreen_pipelining_ttl`],
  ["btree:$data_directory/postscreen_cache", "postscreen_cache_map"],
  ["$smtpd_client_connection_count_limit", "postscreen_client_connection_count_limit"],
  ["${stress?{10}:{300}}s", `postscreen_command_time_limit smtpd_starttls_timeout smtpd_timeout`],
  ["${postscreen_blacklist_action?{$postscreen_blacklist_action}:{ignore}}", "postscreen_denylist_action"],
  ["$disable_vrfy_command", "postscreen_disable_vrfy_command"],
  ["$smtpd_discard_ehlo_keyword_address_maps", "postscreen_discard_ehlo_keyword_address_maps"],
  ["$smtpd_discard_ehlo_keywords", "postscreen_discard_ehlo_keywords"],
  [
    "${postscreen_dnsbl_whitelist_threshold?{$postscreen_dnsbl_whitelist_threshold}:{0}}",
    "postscreen_dnsbl_allowlist_threshold",
  ],
  ["${postscreen_dnsbl_ttl?{$postscreen_dnsbl_ttl}:{1}}h", "postscreen_dnsbl_max_ttl"],
  ["$smtpd_enforce_tls", `postscreen_enforce_tls tlsproxy_enforce_tls`],
  ["$smtpd_expansion_filter", "postscreen_expansion_filter"],
  ["$smtpd_forbidden_commands", "postscreen_forbidden_commands"],
  ["$smtpd_banner", "postscreen_greet_banner"],
  ["1d", "postscreen_greet_ttl"],
  ["${stress?{2}:{6}}s", "postscreen_greet_wait"],
  ["$smtpd_helo_required", "postscreen_helo_required"],
  ["drop", "postscreen_non_smtp_command_action"],
  ["enforce", "postscreen_pipelining_action"],
  ["$default_process_limit", `postscreen_post_queue_limit postscreen_pre_queue_limit`],
  ["$smtpd_reject_footer", "postscreen_reject_footer"],
  ["$smtpd_reject_footer_maps", "postscreen_reject_footer_maps"],
  ["$smtpd_tls_security_level", `postscreen_tls_security_level tlsproxy_tls_security_level`],
  ["$smtpd_use_tls", `postscreen_use_tls tlsproxy_use_tls`],
  ["command, file, forward", "prepend_delivered_header"],
  ["pid", "process_id_directory"],
  ["canonical, virtual", "propagate_unmatched_extensions"],
  ["proxymap", "proxymap_service_name"],
  ["proxywrite", "proxywrite_service_name"],
  ["10", `qmgr_message_recipient_minimum smtpd_soft_error_limit`],
  ["/var/spool/postfix", "queue_directory"],
  ["qmgr", "queue_service_name"],
  ["/usr/share/doc/postfix", "readme_directory"],
  ["envelope_recipient, header_recipient", "recipient_canonical_classes"],
  ["defer_if_permit", "reject_tempfail_action"],
  ["${{$compatibility_level} <level {2} ? {$mydestination} : {}}", "relay_domains"],
  ["relay", "relay_transport"],
  [
    "${{$compatibility_level} <level {3.6} ? {no} : {yes}}",
    `respectful_logging smtpd_relay_before_recipient_restrictions`,
  ],
  ["rewrite", "rewrite_service_name"],
  ["envelope_sender, header_sender", "sender_canonical_classes"],
  ["always", "sendmail_fix_line_endings"],
  ["/usr/sbin/sendmail", "sendmail_path"],
  ["postdrop", "setgid_group"],
  ["/usr/lib/postfix", "shlib_directory"],
  ["showq", "showq_service_name"],
  ["$fallback_relay", "smtp_fallback_relay"],
  ["${smtp_per_record_deadline?{$smtp_per_record_deadline}:{no}}", "smtp_per_request_deadline"],
  ["$smtp_sasl_security_options", "smtp_sasl_tls_security_options"],
  ["$smtp_sasl_tls_security_options", "smtp_sasl_tls_verified_security_options"],
  ["${{$smtp_tls_security_level} == {dane} ? {dane} : {may}}", "smtp_tls_dane_insecure_mx_policy"],
  ["$smtp_tls_dcert_file", `smtp_tls_dkey_file tlsproxy_client_dcert_file`],
  ["$smtp_tls_eccert_file", `smtp_tls_eckey_file tlsproxy_client_eccert_file`],
  ["$smtp_tls_cert_file", `smtp_tls_key_file tlsproxy_client_cert_file`],
  ["nexthop, dot-nexthop", "smtp_tls_secure_cert_match"],
  ["$authorized_verp_clients", "smtpd_authorized_verp_clients"],
  ["$myhostname ESMTP $mail_name", "smtpd_banner"],
  ["${smtpd_client_connection_limit_exceptions:$mynetworks}", "smtpd_client_event_limit_exceptions"],
  [
    "\\t\\40!\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\\\]^_`abcdefghijklmnopqrstuvwxyz{|}~",
    "smtpd_expansion_filter",
  ],
  ["$mynetworks", "smtpd_forbid_bare_newline_exclusions"],
  ["CONNECT GET POST regexp:{{/^[^A-Z]/ Bogus}}", "smtpd_forbidden_commands"],
  ["${stress?{1}:{20}}", "smtpd_hard_error_limit"],
  ["${stress?{1}:{100}}", "smtpd_junk_command_limit"],
  ["${smtpd_per_record_deadline?{$smtpd_per_record_deadline}:{${stress?{yes}:{no}}}}", "smtpd_per_request_deadline"],
  ["451 4.3.5 Server configuration problem", "smtpd_policy_service_default_action"],
  [
    "${{$compatibility_level} <level {1} ? {} : {permit_mynetworks, permit_sasl_authenticated, defer_unauth_destination}}",
    "smtpd_relay_restrictions",
  ],
  ["!external, static:rest", "smtpd_sasl_mechanism_filter"],
  ["smtpd", `smtpd_sasl_path smtpd_service_name`],
  ["12288", "smtpd_sasl_response_limit"],
  ["noanonymous", "smtpd_sasl_security_options"],
  ["$smtpd_sasl_security_options", "smtpd_sasl_tls_security_options"],
  ["$smtpd_tls_dcert_file", `smtpd_tls_dkey_file tlsproxy_tls_dcert_file`],
  ["$smtpd_tls_eccert_file", `smtpd_tls_eckey_file tlsproxy_tls_eccert_file`],
  ["auto", "smtpd_tls_eecdh_grade"],
  ["$smtpd_tls_cert_file", `smtpd_tls_key_file tlsproxy_tls_cert_file`],
  ["sendmail, verify", "smtputf8_autodetect_classes"],
  ["${{$compatibility_level} <level {1} ? {no} : {yes}}", "smtputf8_enable"],
  ["mail", "syslog_facility"],
  ["${multi_instance_name?{$multi_instance_name}:{postfix}}", "syslog_name"],
  ["default", "tls_config_file"],
  ["32", `tls_daemon_random_bytes tls_random_bytes`],
  ["sha512 sha256", "tls_dane_digests"],
  ["X25519 X448 prime256v1 secp521r1 secp384r1", "tls_eecdh_auto_curves"],
  ["prime256v1", "tls_eecdh_strong_curve"],
  ["secp384r1", "tls_eecdh_ultra_curve"],
  ["aNULL:-aNULL:HIGH:MEDIUM:LOW:EXPORT:+RC4:@STRENGTH", "tls_export_cipherlist"],
  ["aNULL:-aNULL:HIGH:@STRENGTH", "tls_high_cipherlist"],
  ["aNULL:-aNULL:HIGH:MEDIUM:LOW:+RC4:@STRENGTH", "tls_low_cipherlist"],
  ["aNULL:-aNULL:HIGH:MEDIUM:+RC4:@STRENGTH", "tls_medium_cipherlist"],
  ["eNULL:!aNULL", "tls_null_cipherlist"],
  ["${data_directory}/prng_exch", "tls_random_exchange_name"],
  ["dev:/dev/urandom", "tls_random_source"],
  ["aes-256-cbc", "tls_session_ticket_cipher"],
  ["tlsmgr", "tlsmgr_service_name"],
  ["$smtp_tls_CAfile", "tlsproxy_client_CAfile"],
  ["$smtp_tls_CApath", "tlsproxy_client_CApath"],
  ["$smtp_tls_chain_files", "tlsproxy_client_chain_files"],
  ["$smtp_tls_dkey_file", "tlsproxy_client_dkey_file"],
  ["$smtp_tls_eckey_file", "tlsproxy_client_eckey_file"],
  ["$smtp_enforce_tls", "tlsproxy_client_enforce_tls"],
  ["$smtp_tls_fingerprint_digest", "tlsproxy_client_fingerprint_digest"],
  ["$smtp_tls_key_file", "tlsproxy_client_key_file"],
  ["$smtp_tls_loglevel", "tlsproxy_client_loglevel"],
  ["smtp_tls_loglevel", "tlsproxy_client_loglevel_parameter"],
  ["$smtp_tls_per_site", "tlsproxy_client_per_site"],
  ["${tlsproxy_client_policy:$smtp_tls_policy_maps}", "tlsproxy_client_policy_maps"],
  ["$smtp_tls_scert_verifydepth", "tlsproxy_client_scert_verifydepth"],
  ["${tlsproxy_client_level:$smtp_tls_security_level}", "tlsproxy_client_security_level"],
  ["$smtp_use_tls", "tlsproxy_client_use_tls"],
  ["tlsproxy", "tlsproxy_service_name"],
  ["$smtpd_tls_CAfile", "tlsproxy_tls_CAfile"],
  ["$smtpd_tls_CApath", "tlsproxy_tls_CApath"],
  ["$smtpd_tls_always_issue_session_ids", "tlsproxy_tls_always_issue_session_ids"],
  ["$smtpd_tls_ask_ccert", "tlsproxy_tls_ask_ccert"],
  ["$smtpd_tls_ccert_verifydepth", "tlsproxy_tls_ccert_verifydepth"],
  ["$smtpd_tls_chain_files", "tlsproxy_tls_chain_files"],
  ["$smtpd_tls_ciphers", "tlsproxy_tls_ciphers"],
  ["$smtpd_tls_dh1024_param_file", "tlsproxy_tls_dh1024_param_file"],
  ["$smtpd_tls_dh512_param_file", "tlsproxy_tls_dh512_param_file"],
  ["$smtpd_tls_dkey_file", "tlsproxy_tls_dkey_file"],
  ["$smtpd_tls_eckey_file", "tlsproxy_tls_eckey_file"],
  ["$smtpd_tls_eecdh_grade", "tlsproxy_tls_eecdh_grade"],
  ["$smtpd_tls_exclude_ciphers", "tlsproxy_tls_exclude_ciphers"],
  ["$smtpd_tls_fingerprint_digest", "tlsproxy_tls_fingerprint_digest"],
  ["$smtpd_tls_key_file", "tlsproxy_tls_key_file"],
  ["$smtpd_tls_loglevel", "tlsproxy_tls_loglevel"],
  ["$smtpd_tls_mandatory_ciphers", "tlsproxy_tls_mandatory_ciphers"],
  ["$smtpd_tls_mandatory_exclude_ciphers", "tlsproxy_tls_mandatory_exclude_ciphers"],
  ["$smtpd_tls_mandatory_protocols", "tlsproxy_tls_mandatory_protocols"],
  ["$smtpd_tls_protocols", "tlsproxy_tls_protocols"],
  ["$smtpd_tls_req_ccert", "tlsproxy_tls_req_ccert"],
  ["trace", "trace_service_name"],
  [
    "$reject_tempfail_action",
    `
unknown_address_tempfail_action unknown_helo_hostname_tempfail_action unverified_recipient_tempfail_action
unverified_sender_tempfail_action
`,
  ],
  ["-=+", "verp_delimiter_filter"],
  ["$virtual_alias_maps", "virtual_alias_domains"],
  ["$virtual_maps", "virtual_alias_maps"],
  ["$virtual_mailbox_maps", "virtual_mailbox_domains"],
  ["virtual", "virtual_transport"],
];
