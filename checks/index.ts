import bimiCertChain from "./bimi/cert-chain.js";
import bimiCertLogoMatch from "./bimi/cert-logo-match.js";
import bimiDmarcEligible from "./bimi/dmarc-eligible.js";
import bimiMarkType from "./bimi/mark-type.js";
import bimiRecord from "./bimi/record.js";
import bimiSelfAsserted from "./bimi/self-asserted.js";
import bimiSvgFetch from "./bimi/svg-fetch.js";
import bimiSvgProfile from "./bimi/svg-profile.js";
import certChainComplete from "./cert/chain-complete.js";
import certExpiryWindow from "./cert/expiry-window.js";
import certKeyStrength from "./cert/key-strength.js";
import certNameMatch from "./cert/name-match.js";
import certNotExpired from "./cert/not-expired.js";
import certSelfSigned from "./cert/self-signed.js";
import certSignatureAlg from "./cert/signature-alg.js";
import certTrustChain from "./cert/trust-chain.js";
import changeAlignmentTightened from "./change/alignment-tightened.js";
import changeApplyWouldFail from "./change/apply-would-fail.js";
import changeBounceDomainOrphaned from "./change/bounce-domain-orphaned.js";
import changeCnameOverMail from "./change/cname-over-mail.js";
import changeDaneDowngrade from "./change/dane-downgrade.js";
import changeDelegationOccludesMail from "./change/delegation-occludes-mail.js";
import changeDkimKeySwappedInPlace from "./change/dkim-key-swapped-in-place.js";
import changeDkimRotateNoOverlap from "./change/dkim-rotate-no-overlap.js";
import changeDkimSelectorDeleted from "./change/dkim-selector-deleted.js";
import changeDkimTruncated from "./change/dkim-truncated.js";
import changeDkimWeakened from "./change/dkim-weakened.js";
import changeDmarcEffectivePolicy from "./change/dmarc-effective-policy.js";
import changeDmarcPolicyJump from "./change/dmarc-policy-jump.js";
import changeDmarcWeakened from "./change/dmarc-weakened.js";
import changeImplicitMx from "./change/implicit-mx.js";
import changeInboundCutoverBlind from "./change/inbound-cutover-blind.js";
import changeMtaStsRemovedAbruptly from "./change/mta-sts-removed-abruptly.js";
import changeMxOldHostGone from "./change/mx-old-host-gone.js";
import changeMxOutsideMtaSts from "./change/mx-outside-mta-sts.js";
import changeMxPreferenceInversion from "./change/mx-preference-inversion.js";
import changeMxTargetLostAddress from "./change/mx-target-lost-address.js";
import changeMxTtlNotLowered from "./change/mx-ttl-not-lowered.js";
import changeMxTtlRaisedInMove from "./change/mx-ttl-raised-in-move.js";
import changeNegativeCacheWindow from "./change/negative-cache-window.js";
import changeNsReplacedWithDs from "./change/ns-replaced-with-ds.js";
import changeNullMxWhileUsed from "./change/null-mx-while-used.js";
import changeReplaceWindow from "./change/replace-window.js";
import changeRollbackCost from "./change/rollback-cost.js";
import changeRoutingPolicyOnMail from "./change/routing-policy-on-mail.js";
import changeRuaSelfCutover from "./change/rua-self-cutover.js";
import changeSerialNotBumped from "./change/serial-not-bumped.js";
import changeSpfChildRemovedEarly from "./change/spf-child-removed-early.js";
import changeSpfHardenedWithEdits from "./change/spf-hardened-with-edits.js";
import changeSpfImplicitDrift from "./change/spf-implicit-drift.js";
import changeSpfParentBeforeChild from "./change/spf-parent-before-child.js";
import changeSpfSenderRemoved from "./change/spf-sender-removed.js";
import changeSpfWidened from "./change/spf-widened.js";
import changeTlsaNoOverlap from "./change/tlsa-no-overlap.js";
import changeTooManyDimensions from "./change/too-many-dimensions.js";
import changeTtlMixedRrset from "./change/ttl-mixed-rrset.js";
import changeUnrelatedMailLoss from "./change/unrelated-mail-loss.js";
import changeValueUnknown from "./change/value-unknown.js";
import changeVendorTokenRemoved from "./change/vendor-token-removed.js";
import changeWildcardIntroduced from "./change/wildcard-introduced.js";
import changeWildcardShadow from "./change/wildcard-shadow.js";
import changeZoneReplaced from "./change/zone-replaced.js";
import daneMatchesChain from "./dane/matches-chain.js";
import daneParameters from "./dane/parameters.js";
import danePresent from "./dane/present.js";
import daneRollover from "./dane/rollover.js";
import daneSecure from "./dane/secure.js";
import daneTaInChain from "./dane/ta-in-chain.js";
import daneTtl from "./dane/ttl.js";
import daneUsable from "./dane/usable.js";
import dkimAdspLeftover from "./dkim/adsp-leftover.js";
import dkimAllAlignedPass from "./dkim/all-aligned-pass.js";
import dkimCnameChain from "./dkim/cname-chain.js";
import dkimCommonSelectors from "./dkim/common-selectors.js";
import dkimDomainkeyNode from "./dkim/domainkey-node.js";
import dkimHashTag from "./dkim/hash-tag.js";
import dkimKeyAge from "./dkim/key-age.js";
import dkimKeyParse from "./dkim/key-parse.js";
import dkimKeyShared from "./dkim/key-shared.js";
import dkimKeySize from "./dkim/key-size.js";
import dkimKeyType from "./dkim/key-type.js";
import dkimMatchesPrivateKey from "./dkim/matches-private-key.js";
import dkimMessageVerifies from "./dkim/message-verifies.js";
import dkimRecordSingle from "./dkim/record-single.js";
import dkimRecordSyntax from "./dkim/record-syntax.js";
import dkimRevoked from "./dkim/revoked.js";
import dkimSecondSelector from "./dkim/second-selector.js";
import dkimSelectorPresent from "./dkim/selector-present.js";
import dkimServiceType from "./dkim/service-type.js";
import dkimSignatureQuality from "./dkim/signature-quality.js";
import dkimStrictFlag from "./dkim/strict-flag.js";
import dkimTestFlag from "./dkim/test-flag.js";
import dkimWeakKeyFingerprint from "./dkim/weak-key-fingerprint.js";
import dmarcAlignmentFeasible from "./dmarc/alignment-feasible.js";
import dmarcAlignmentMode from "./dmarc/alignment-mode.js";
import dmarcDeepDomainWalk from "./dmarc/deep-domain-walk.js";
import dmarcDuplicateTags from "./dmarc/duplicate-tags.js";
import dmarcEnforcement from "./dmarc/enforcement.js";
import dmarcFoValid from "./dmarc/fo-valid.js";
import dmarcIntermediateRecordShadow from "./dmarc/intermediate-record-shadow.js";
import dmarcLocation from "./dmarc/location.js";
import dmarcNonexistentPolicy from "./dmarc/nonexistent-policy.js";
import dmarcOrgDomainDivergence from "./dmarc/org-domain-divergence.js";
import dmarcPolicyTag from "./dmarc/policy-tag.js";
import dmarcPresent from "./dmarc/present.js";
import dmarcPsdTag from "./dmarc/psd-tag.js";
import dmarcRecordSingle from "./dmarc/record-single.js";
import dmarcRejectOnlySpf from "./dmarc/reject-only-spf.js";
import dmarcRejectUsersAdvice from "./dmarc/reject-users-advice.js";
import dmarcRemovedTags from "./dmarc/removed-tags.js";
import dmarcRuaCount from "./dmarc/rua-count.js";
import dmarcRuaDeliverable from "./dmarc/rua-deliverable.js";
import dmarcRuaExternalAuth from "./dmarc/rua-external-auth.js";
import dmarcRuaPresent from "./dmarc/rua-present.js";
import dmarcRuaSizeSuffix from "./dmarc/rua-size-suffix.js";
import dmarcRuaSyntax from "./dmarc/rua-syntax.js";
import dmarcRufPrivacy from "./dmarc/ruf-privacy.js";
import dmarcSpOnSubdomainIgnored from "./dmarc/sp-on-subdomain-ignored.js";
import dmarcSpfInDmarc from "./dmarc/spf-in-dmarc.js";
import dmarcSubdomainOwnRecord from "./dmarc/subdomain-own-record.js";
import dmarcSubdomainPolicy from "./dmarc/subdomain-policy.js";
import dmarcSyntax from "./dmarc/syntax.js";
import dmarcTestMode from "./dmarc/test-mode.js";
import dmarcUnknownTags from "./dmarc/unknown-tags.js";
import dmarcUnrelatedTxt from "./dmarc/unrelated-txt.js";
import dmarcVersionTag from "./dmarc/version-tag.js";
import dmarcWildcardInherit from "./dmarc/wildcard-inherit.js";
import dnsCaaMailHost from "./dns/caa-mail-host.js";
import dnsCnameAtApexOrMailname from "./dns/cname-at-apex-or-mailname.js";
import dnsDanglingTarget from "./dns/dangling-target.js";
import dnsDomainExists from "./dns/domain-exists.js";
import dnsEdnsLargeAnswer from "./dns/edns-large-answer.js";
import dnsNsAsDiversity from "./dns/ns-as-diversity.js";
import dnsNsConsistency from "./dns/ns-consistency.js";
import dnsNsCount from "./dns/ns-count.js";
import dnsNsIpv6 from "./dns/ns-ipv6.js";
import dnsNsResponding from "./dns/ns-responding.js";
import dnsSoaAtSenderDomain from "./dns/soa-at-sender-domain.js";
import dnsSoaTimers from "./dns/soa-timers.js";
import dnsTtlSane from "./dns/ttl-sane.js";
import dnsTxtCnameConflict from "./dns/txt-cname-conflict.js";
import dnsWildcardTxt from "./dns/wildcard-txt.js";
import dnsblDomainListed from "./dnsbl/domain-listed.js";
import dnsblIpListed from "./dnsbl/ip-listed.js";
import dnsblListedRangeOnly from "./dnsbl/listed-range-only.js";
import dnsblMxARecord from "./dnsbl/mx-a-record.js";
import dnsblNameListed from "./dnsbl/name-listed.js";
import dnsblRefused from "./dnsbl/refused.js";
import dnsblSelfTest from "./dnsbl/self-test.js";
import dnsblSpamhausZen from "./dnsbl/spamhaus-zen.js";
import dnssecAlgorithms from "./dnssec/algorithms.js";
import dnssecBogus from "./dnssec/bogus.js";
import dnssecCdsCdnskey from "./dnssec/cds-cdnskey.js";
import dnssecDenialOk from "./dnssec/denial-ok.js";
import dnssecDomainSigned from "./dnssec/domain-signed.js";
import dnssecMxHostSigned from "./dnssec/mx-host-signed.js";
import dnssecNsec3Iterations from "./dnssec/nsec3-iterations.js";
import dnssecRrsigExpiry from "./dnssec/rrsig-expiry.js";
import dnswlListed from "./dnswl/listed.js";
import envDnssecValidatingResolver from "./env/dnssec-validating-resolver.js";
import envIpv6Egress from "./env/ipv6-egress.js";
import envNxdomainRewrite from "./env/nxdomain-rewrite.js";
import envOutbound25 from "./env/outbound-25.js";
import envResolverReachable from "./env/resolver-reachable.js";
import heloIsFqdn from "./helo/is-fqdn.js";
import heloMatchesPtr from "./helo/matches-ptr.js";
import heloResolves from "./helo/resolves.js";
import heloSpf from "./helo/spf.js";
import idFromDeliverable from "./id/from-deliverable.js";
import idReturnPathDeliverable from "./id/return-path-deliverable.js";
import logAuthAttack from "./log/auth-attack.js";
import logBounceRate from "./log/bounce-rate.js";
import logDiskFull from "./log/disk-full.js";
import mailworthyWaiverEnded from "./mailworthy/waiver-ended.js";
import mailworthyWaiverUnderstood from "./mailworthy/waiver-understood.js";
import mailworthyWaiverUsed from "./mailworthy/waiver-used.js";
import msgAltText from "./msg/alt-text.js";
import msgArcIfForwarded from "./msg/arc-if-forwarded.js";
import msgAuthenticationResults from "./msg/authentication-results.js";
import msgBodyUnsubscribeLink from "./msg/body-unsubscribe-link.js";
import msgDateValid from "./msg/date-valid.js";
import msgDmarcPass from "./msg/dmarc-pass.js";
import msgHeadersSize from "./msg/headers-size.js";
import msgHtmlPlainParity from "./msg/html-plain-parity.js";
import msgLineLengthCrlf from "./msg/line-length-crlf.js";
import msgLinkDomainsListed from "./msg/link-domains-listed.js";
import msgMessageId from "./msg/message-id.js";
import msgNotFreemailFrom from "./msg/not-freemail-from.js";
import msgOneClickUnsubscribe from "./msg/one-click-unsubscribe.js";
import msgSingleFrom from "./msg/single-from.js";
import msgSingleInstanceHeaders from "./msg/single-instance-headers.js";
import msgSizeClip from "./msg/size-clip.js";
import msgSpfPass from "./msg/spf-pass.js";
import msgTlsInReceived from "./msg/tls-in-received.js";
import mtaStsMode from "./mta-sts/mode.js";
import mtaStsMxCert from "./mta-sts/mx-cert.js";
import mtaStsMxCovered from "./mta-sts/mx-covered.js";
import mtaStsMxPatternUnused from "./mta-sts/mx-pattern-unused.js";
import mtaStsPolicyContentType from "./mta-sts/policy-content-type.js";
import mtaStsPolicyFetch from "./mta-sts/policy-fetch.js";
import mtaStsPolicyMaxAge from "./mta-sts/policy-max-age.js";
import mtaStsPolicySyntax from "./mta-sts/policy-syntax.js";
import mtaStsPolicyTls from "./mta-sts/policy-tls.js";
import mtaStsPresent from "./mta-sts/present.js";
import mtaStsRecordLocation from "./mta-sts/record-location.js";
import mtaStsRecordSingle from "./mta-sts/record-single.js";
import mtaStsRecordSyntax from "./mta-sts/record-syntax.js";
import mtaStsSubdomainNotInherited from "./mta-sts/subdomain-not-inherited.js";
import mtaStsWithNullMx from "./mta-sts/with-null-mx.js";
import mxAllIpsSameService from "./mx/all-ips-same-service.js";
import mxExpectedHosts from "./mx/expected-hosts.js";
import mxIpv6Reachable from "./mx/ipv6-reachable.js";
import mxIpv6 from "./mx/ipv6.js";
import mxMicrosoftVerificationLeftover from "./mx/microsoft-verification-leftover.js";
import mxNoDuplicateExchange from "./mx/no-duplicate-exchange.js";
import mxNolisting from "./mx/nolisting.js";
import mxNullMxButSends from "./mx/null-mx-but-sends.js";
import mxNullMxForm from "./mx/null-mx-form.js";
import mxNullMxRecommended from "./mx/null-mx-recommended.js";
import mxNullMxWithoutAddress from "./mx/null-mx-without-address.js";
import mxPreferenceSane from "./mx/preference-sane.js";
import mxPresent from "./mx/present.js";
import mxProviderConsistency from "./mx/provider-consistency.js";
import mxRedundancy from "./mx/redundancy.js";
import mxTargetIsHostname from "./mx/target-is-hostname.js";
import mxTargetNotCname from "./mx/target-not-cname.js";
import mxTargetPublicIp from "./mx/target-public-ip.js";
import mxTargetResolves from "./mx/target-resolves.js";
import mxWildcardMx from "./mx/wildcard-mx.js";
import parkedDkimRevoked from "./parked/dkim-revoked.js";
import parkedDmarcReject from "./parked/dmarc-reject.js";
import parkedNoMailConsistent from "./parked/no-mail-consistent.js";
import parkedNullMx from "./parked/null-mx.js";
import parkedSpfDeny from "./parked/spf-deny.js";
import parkedSubdomains from "./parked/subdomains.js";
import port25Open from "./port/25-open.js";
import portSubmissionOpen from "./port/465-587-open.js";
import portOpen from "./port/open.js";
import postfixAddressClasses from "./postfix/address-classes.js";
import postfixAlwaysBcc from "./postfix/always-bcc.js";
import postfixAuthAnonymous from "./postfix/auth-anonymous.js";
import postfixAuthBeforeTls from "./postfix/auth-before-tls.js";
import postfixAuthOn25 from "./postfix/auth-on-25.js";
import postfixAuthSocket from "./postfix/auth-socket.js";
import postfixBackoff from "./postfix/backoff.js";
import postfixBanner from "./postfix/banner.js";
import postfixBlocklists from "./postfix/blocklists.js";
import postfixBrokenClients from "./postfix/broken-clients.js";
import postfixCatchAll from "./postfix/catch-all.js";
import postfixCertificateExpiry from "./postfix/certificate-expiry.js";
import postfixCertificate from "./postfix/certificate.js";
import postfixClientRates from "./postfix/client-rates.js";
import postfixCompatibilityLevel from "./postfix/compatibility-level.js";
import postfixConcurrency from "./postfix/concurrency.js";
import postfixDaneResolver from "./postfix/dane-resolver.js";
import postfixDebugPeers from "./postfix/debug-peers.js";
import postfixDelayReject from "./postfix/delay-reject.js";
import postfixDelayWarning from "./postfix/delay-warning.js";
import postfixDeprecatedNames from "./postfix/deprecated-names.js";
import postfixDhParameters from "./postfix/dh-parameters.js";
import postfixHeloRequired from "./postfix/helo-required.js";
import postfixInetInterfaces from "./postfix/inet-interfaces.js";
import postfixInetProtocols from "./postfix/inet-protocols.js";
import postfixListening from "./postfix/listening.js";
import postfixLocalRecipientMaps from "./postfix/local-recipient-maps.js";
import postfixLongQueueIds from "./postfix/long-queue-ids.js";
import postfixMailToCommands from "./postfix/mail-to-commands.js";
import postfixMailboxLimit from "./postfix/mailbox-limit.js";
import postfixMessageSizeLimit from "./postfix/message-size-limit.js";
import postfixMilterAction from "./postfix/milter-action.js";
import postfixMilterLocal from "./postfix/milter-local.js";
import postfixMilterProtocol from "./postfix/milter-protocol.js";
import postfixMyhostname from "./postfix/myhostname.js";
import postfixMynetworksStyle from "./postfix/mynetworks-style.js";
import postfixMynetworks from "./postfix/mynetworks.js";
import postfixMyorigin from "./postfix/myorigin.js";
import postfixNotifyClasses from "./postfix/notify-classes.js";
import postfixOutboundAddress from "./postfix/outbound-address.js";
import postfixPipelining from "./postfix/pipelining.js";
import postfixQueueLifetime from "./postfix/queue-lifetime.js";
import postfixQueueSpace from "./postfix/queue-space.js";
import postfixRateExceptions from "./postfix/rate-exceptions.js";
import postfixRecipientMaps from "./postfix/recipient-maps.js";
import postfixRejectUnlisted from "./postfix/reject-unlisted.js";
import postfixRelayDomains from "./postfix/relay-domains.js";
import postfixRelayGuarded from "./postfix/relay-guarded.js";
import postfixRelayOrder from "./postfix/relay-order.js";
import postfixRelayRecipients from "./postfix/relay-recipients.js";
import postfixRelayhostTls from "./postfix/relayhost-tls.js";
import postfixRemovedRestrictions from "./postfix/removed-restrictions.js";
import postfixRunning from "./postfix/running.js";
import postfixSenderLogin from "./postfix/sender-login.js";
import postfixSmuggling from "./postfix/smuggling.js";
import postfixSnakeoil from "./postfix/snakeoil.js";
import postfixSoftBounce from "./postfix/soft-bounce.js";
import postfixTableTypes from "./postfix/table-types.js";
import postfixTables from "./postfix/tables.js";
import postfixTlsCiphers from "./postfix/tls-ciphers.js";
import postfixTlsLog from "./postfix/tls-log.js";
import postfixTlsMandatoryOn25 from "./postfix/tls-mandatory-on-25.js";
import postfixTlsMandatorySending from "./postfix/tls-mandatory-sending.js";
import postfixTlsOldSettings from "./postfix/tls-old-settings.js";
import postfixTlsProtocols from "./postfix/tls-protocols.js";
import postfixTlsReceived from "./postfix/tls-received.js";
import postfixTlsReceiving from "./postfix/tls-receiving.js";
import postfixTlsSending from "./postfix/tls-sending.js";
import postfixUnknownRecipientCode from "./postfix/unknown-recipient-code.js";
import postfixUnusedSettings from "./postfix/unused-settings.js";
import postfixValid from "./postfix/valid.js";
import postfixVerboseLogging from "./postfix/verbose-logging.js";
import postfixVrfy from "./postfix/vrfy.js";
import ptrDomainRelated from "./ptr/domain-related.js";
import ptrExists from "./ptr/exists.js";
import ptrFcrdns from "./ptr/fcrdns.js";
import ptrIpv6 from "./ptr/ipv6.js";
import ptrNotGeneric from "./ptr/not-generic.js";
import ptrSingle from "./ptr/single.js";
import ptrValidHostname from "./ptr/valid-hostname.js";
import queueAge from "./queue/age.js";
import queueBlocklisted from "./queue/blocklisted.js";
import queueBounceFlood from "./queue/bounce-flood.js";
import queueCorrupt from "./queue/corrupt.js";
import queueDeferredCount from "./queue/deferred-count.js";
import queueDestinationUnreachable from "./queue/destination-unreachable.js";
import queueDnsFailure from "./queue/dns-failure.js";
import queueHold from "./queue/hold.js";
import queueOneCause from "./queue/one-cause.js";
import queueOneSender from "./queue/one-sender.js";
import queueOwnFault from "./queue/own-fault.js";
import queueRateLimited from "./queue/rate-limited.js";
import queueSpamRun from "./queue/spam-run.js";
import queueTlsFailure from "./queue/tls-failure.js";
import repSenderScore from "./rep/sender-score.js";
import smtpRateLimit from "./smtp/421-rate-limit.js";
import smtpAuthBeforeTls from "./smtp/auth-before-tls.js";
import smtpBannerHostnameFqdn from "./smtp/banner-hostname-fqdn.js";
import smtpBannerMatchesPtr from "./smtp/banner-matches-ptr.js";
import smtpEhlo from "./smtp/ehlo.js";
import smtpGreetingDelay from "./smtp/greeting-delay.js";
import smtpGreeting from "./smtp/greeting.js";
import smtpSizeLimit from "./smtp/size-limit.js";
import spfAuthorisesHost from "./spf/authorises-host.js";
import spfDeniesOthers from "./spf/denies-others.js";
import spfDeprecatedMacroP from "./spf/deprecated-macro-p.js";
import spfDnsTimeBudget from "./spf/dns-time-budget.js";
import spfDuplicateTerms from "./spf/duplicate-terms.js";
import spfExpResolves from "./spf/exp-resolves.js";
import spfHardfailAdvice from "./spf/hardfail-advice.js";
import spfIncludeResolves from "./spf/include-resolves.js";
import spfLookupHeadroom from "./spf/lookup-headroom.js";
import spfLookupLimit from "./spf/lookup-limit.js";
import spfLoop from "./spf/loop.js";
import spfMacroValid from "./spf/macro-valid.js";
import spfMxAddressLimit from "./spf/mx-address-limit.js";
import spfNearMissRecord from "./spf/near-miss-record.js";
import spfOverbroadNetwork from "./spf/overbroad-network.js";
import spfPresent from "./spf/present.js";
import spfPrivateNetwork from "./spf/private-network.js";
import spfPtrMechanism from "./spf/ptr-mechanism.js";
import spfRecordSize from "./spf/record-size.js";
import spfRedirectResolves from "./spf/redirect-resolves.js";
import spfRedirectWithAll from "./spf/redirect-with-all.js";
import spfSenderId from "./spf/sender-id.js";
import spfSharedProviderAuthority from "./spf/shared-provider-authority.js";
import spfSingleRecord from "./spf/single-record.js";
import spfStringJoin from "./spf/string-join.js";
import spfSubdomainCoverage from "./spf/subdomain-coverage.js";
import spfSyntax from "./spf/syntax.js";
import spfTerminator from "./spf/terminator.js";
import spfTermsAfterAll from "./spf/terms-after-all.js";
import spfType99 from "./spf/type99.js";
import spfUnknownModifier from "./spf/unknown-modifier.js";
import spfVoidLookups from "./spf/void-lookups.js";
import spfWildcardDenial from "./spf/wildcard-denial.js";
import tlsRptLocation from "./tls-rpt/location.js";
import tlsRptPresent from "./tls-rpt/present.js";
import tlsRptRecordSingle from "./tls-rpt/record-single.js";
import tlsRptRuaDeliverable from "./tls-rpt/rua-deliverable.js";
import tlsRptSyntax from "./tls-rpt/syntax.js";
import tlsStarttlsHandshake from "./tls/starttls-handshake.js";
import tlsStarttlsOffered from "./tls/starttls-offered.js";
import tlsStarttlsSurvivesReehlo from "./tls/starttls-survives-reehlo.js";
import tlsVersionLegacy from "./tls/version-legacy.js";
import tlsVersionModern from "./tls/version-modern.js";

/** Every built-in check, in the order in which reports show them. */
export default [
  envResolverReachable,
  envOutbound25,
  envIpv6Egress,
  envNxdomainRewrite,
  envDnssecValidatingResolver,
  dnsDomainExists,
  dnsSoaAtSenderDomain,
  dnsNsCount,
  dnsNsResponding,
  dnsNsConsistency,
  dnsWildcardTxt,
  dnsCnameAtApexOrMailname,
  dnsTxtCnameConflict,
  dnsTtlSane,
  dnsEdnsLargeAnswer,
  dnsCaaMailHost,
  dnsNsIpv6,
  dnsDanglingTarget,
  dnsSoaTimers,
  dnsNsAsDiversity,
  mxPresent,
  mxNullMxForm,
  mxNullMxButSends,
  mxNullMxRecommended,
  mxNullMxWithoutAddress,
  mxTargetIsHostname,
  mxTargetNotCname,
  mxTargetResolves,
  mxTargetPublicIp,
  mxNoDuplicateExchange,
  mxRedundancy,
  mxPreferenceSane,
  mxExpectedHosts,
  mxMicrosoftVerificationLeftover,
  mxProviderConsistency,
  mxWildcardMx,
  mxIpv6,
  mxIpv6Reachable,
  mxNolisting,
  mxAllIpsSameService,
  spfPresent,
  spfSingleRecord,
  spfNearMissRecord,
  spfSenderId,
  spfType99,
  spfSyntax,
  spfStringJoin,
  spfRecordSize,
  spfUnknownModifier,
  spfLookupLimit,
  spfLookupHeadroom,
  spfDuplicateTerms,
  spfVoidLookups,
  spfDnsTimeBudget,
  spfIncludeResolves,
  spfRedirectResolves,
  spfRedirectWithAll,
  spfLoop,
  spfTerminator,
  spfHardfailAdvice,
  spfDeniesOthers,
  spfTermsAfterAll,
  spfPtrMechanism,
  spfOverbroadNetwork,
  spfPrivateNetwork,
  spfSharedProviderAuthority,
  spfMacroValid,
  spfDeprecatedMacroP,
  spfExpResolves,
  spfMxAddressLimit,
  spfAuthorisesHost,
  spfSubdomainCoverage,
  spfWildcardDenial,
  dkimSelectorPresent,
  dkimCommonSelectors,
  dkimRecordSingle,
  dkimRecordSyntax,
  dkimKeyParse,
  dkimKeySize,
  dkimWeakKeyFingerprint,
  dkimKeyType,
  dkimHashTag,
  dkimServiceType,
  dkimTestFlag,
  dkimStrictFlag,
  dkimRevoked,
  dkimCnameChain,
  dkimMatchesPrivateKey,
  dkimKeyShared,
  dkimSecondSelector,
  dkimKeyAge,
  dkimDomainkeyNode,
  dkimAdspLeftover,
  dkimMessageVerifies,
  dkimAllAlignedPass,
  dkimSignatureQuality,
  dmarcPresent,
  dmarcLocation,
  dmarcRecordSingle,
  dmarcVersionTag,
  dmarcUnrelatedTxt,
  dmarcSpfInDmarc,
  dmarcSyntax,
  dmarcDuplicateTags,
  dmarcUnknownTags,
  dmarcPolicyTag,
  dmarcEnforcement,
  dmarcSubdomainPolicy,
  dmarcNonexistentPolicy,
  dmarcSpOnSubdomainIgnored,
  dmarcSubdomainOwnRecord,
  dmarcIntermediateRecordShadow,
  dmarcWildcardInherit,
  dmarcDeepDomainWalk,
  dmarcPsdTag,
  dmarcOrgDomainDivergence,
  dmarcTestMode,
  dmarcRemovedTags,
  dmarcAlignmentMode,
  dmarcAlignmentFeasible,
  dmarcRejectOnlySpf,
  dmarcRejectUsersAdvice,
  dmarcRuaPresent,
  dmarcRuaSyntax,
  dmarcRuaCount,
  dmarcRuaSizeSuffix,
  dmarcRuaExternalAuth,
  dmarcRuaDeliverable,
  dmarcRufPrivacy,
  dmarcFoValid,
  mtaStsPresent,
  mtaStsRecordSingle,
  mtaStsRecordSyntax,
  mtaStsRecordLocation,
  mtaStsPolicyFetch,
  mtaStsPolicyTls,
  mtaStsPolicyContentType,
  mtaStsPolicySyntax,
  mtaStsPolicyMaxAge,
  mtaStsMode,
  mtaStsMxCovered,
  mtaStsMxPatternUnused,
  mtaStsMxCert,
  mtaStsSubdomainNotInherited,
  mtaStsWithNullMx,
  tlsRptPresent,
  tlsRptRecordSingle,
  tlsRptSyntax,
  tlsRptRuaDeliverable,
  tlsRptLocation,
  bimiRecord,
  bimiDmarcEligible,
  bimiSvgFetch,
  bimiSvgProfile,
  bimiCertChain,
  bimiCertLogoMatch,
  bimiMarkType,
  bimiSelfAsserted,
  dnssecDomainSigned,
  dnssecMxHostSigned,
  dnssecBogus,
  dnssecDenialOk,
  dnssecAlgorithms,
  dnssecRrsigExpiry,
  dnssecNsec3Iterations,
  dnssecCdsCdnskey,
  danePresent,
  daneSecure,
  daneUsable,
  daneMatchesChain,
  daneTaInChain,
  daneParameters,
  daneRollover,
  daneTtl,
  ptrExists,
  ptrFcrdns,
  ptrSingle,
  ptrNotGeneric,
  ptrDomainRelated,
  ptrValidHostname,
  ptrIpv6,
  heloIsFqdn,
  heloResolves,
  heloMatchesPtr,
  heloSpf,
  idReturnPathDeliverable,
  idFromDeliverable,
  dnsblSelfTest,
  dnsblRefused,
  dnsblSpamhausZen,
  dnsblIpListed,
  dnsblListedRangeOnly,
  dnsblDomainListed,
  dnsblNameListed,
  dnsblMxARecord,
  dnswlListed,
  repSenderScore,
  port25Open,
  portSubmissionOpen,
  portOpen,
  smtpGreeting,
  smtpGreetingDelay,
  smtpEhlo,
  smtpBannerHostnameFqdn,
  smtpBannerMatchesPtr,
  smtpAuthBeforeTls,
  smtpSizeLimit,
  smtpRateLimit,
  tlsStarttlsOffered,
  tlsStarttlsHandshake,
  tlsStarttlsSurvivesReehlo,
  tlsVersionModern,
  tlsVersionLegacy,
  certNotExpired,
  certExpiryWindow,
  certNameMatch,
  certTrustChain,
  certChainComplete,
  certKeyStrength,
  certSignatureAlg,
  certSelfSigned,
  parkedNullMx,
  parkedSpfDeny,
  parkedDmarcReject,
  parkedDkimRevoked,
  parkedSubdomains,
  parkedNoMailConsistent,
  msgSpfPass,
  msgDmarcPass,
  msgAuthenticationResults,
  msgTlsInReceived,
  msgSingleFrom,
  msgNotFreemailFrom,
  msgMessageId,
  msgDateValid,
  msgSingleInstanceHeaders,
  msgHeadersSize,
  msgLineLengthCrlf,
  msgOneClickUnsubscribe,
  msgBodyUnsubscribeLink,
  msgArcIfForwarded,
  msgLinkDomainsListed,
  msgHtmlPlainParity,
  msgAltText,
  msgSizeClip,
  postfixValid,
  postfixRunning,
  postfixListening,
  postfixRelayGuarded,
  postfixRelayOrder,
  postfixMynetworks,
  postfixMynetworksStyle,
  postfixRelayDomains,
  postfixRelayRecipients,
  postfixLocalRecipientMaps,
  postfixRejectUnlisted,
  postfixCatchAll,
  postfixRecipientMaps,
  postfixUnknownRecipientCode,
  postfixSoftBounce,
  postfixTlsReceiving,
  postfixTlsMandatoryOn25,
  postfixCertificate,
  postfixCertificateExpiry,
  postfixSnakeoil,
  postfixTlsProtocols,
  postfixTlsCiphers,
  postfixDhParameters,
  postfixTlsLog,
  postfixTlsReceived,
  postfixTlsSending,
  postfixTlsMandatorySending,
  postfixDaneResolver,
  postfixTlsOldSettings,
  postfixRelayhostTls,
  postfixAuthBeforeTls,
  postfixAuthOn25,
  postfixAuthAnonymous,
  postfixAuthSocket,
  postfixSenderLogin,
  postfixBrokenClients,
  postfixSmuggling,
  postfixPipelining,
  postfixVrfy,
  postfixHeloRequired,
  postfixBanner,
  postfixDelayReject,
  postfixBlocklists,
  postfixMyhostname,
  postfixMyorigin,
  postfixAddressClasses,
  postfixInetInterfaces,
  postfixInetProtocols,
  postfixOutboundAddress,
  postfixQueueLifetime,
  postfixDelayWarning,
  postfixBackoff,
  postfixConcurrency,
  postfixQueueSpace,
  postfixMailboxLimit,
  postfixMessageSizeLimit,
  postfixClientRates,
  postfixRateExceptions,
  postfixMilterAction,
  postfixMilterProtocol,
  postfixMilterLocal,
  postfixNotifyClasses,
  postfixLongQueueIds,
  postfixVerboseLogging,
  postfixDebugPeers,
  postfixCompatibilityLevel,
  postfixDeprecatedNames,
  postfixRemovedRestrictions,
  postfixTableTypes,
  postfixTables,
  postfixUnusedSettings,
  postfixAlwaysBcc,
  postfixMailToCommands,
  logDiskFull,
  logAuthAttack,
  logBounceRate,
  queueOwnFault,
  queueDeferredCount,
  queueAge,
  queueOneCause,
  queueDestinationUnreachable,
  queueDnsFailure,
  queueTlsFailure,
  queueRateLimited,
  queueBlocklisted,
  queueCorrupt,
  queueHold,
  queueBounceFlood,
  queueOneSender,
  queueSpamRun,
  mailworthyWaiverEnded,
  mailworthyWaiverUnderstood,
  mailworthyWaiverUsed,
  changeAlignmentTightened,
  changeApplyWouldFail,
  changeCnameOverMail,
  changeDelegationOccludesMail,
  changeDkimKeySwappedInPlace,
  changeDkimSelectorDeleted,
  changeDkimTruncated,
  changeDmarcEffectivePolicy,
  changeDmarcPolicyJump,
  changeDmarcWeakened,
  changeImplicitMx,
  changeMxOldHostGone,
  changeMxOutsideMtaSts,
  changeMxTargetLostAddress,
  changeMxTtlNotLowered,
  changeMxTtlRaisedInMove,
  changeNegativeCacheWindow,
  changeNullMxWhileUsed,
  changeReplaceWindow,
  changeRollbackCost,
  changeSerialNotBumped,
  changeSpfChildRemovedEarly,
  changeSpfHardenedWithEdits,
  changeSpfImplicitDrift,
  changeSpfParentBeforeChild,
  changeSpfSenderRemoved,
  changeSpfWidened,
  changeTlsaNoOverlap,
  changeTooManyDimensions,
  changeUnrelatedMailLoss,
  changeValueUnknown,
  changeWildcardIntroduced,
  changeWildcardShadow,
  changeMtaStsRemovedAbruptly,
  changeDaneDowngrade,
  changeInboundCutoverBlind,
  changeMxPreferenceInversion,
  changeNsReplacedWithDs,
  changeTtlMixedRrset,
  changeZoneReplaced,
  changeRoutingPolicyOnMail,
  changeDkimRotateNoOverlap,
  changeDkimWeakened,
  changeRuaSelfCutover,
  changeVendorTokenRemoved,
  changeBounceDomainOrphaned,
];
