import certChainComplete from "./cert/chain-complete.js";
import certExpiryWindow from "./cert/expiry-window.js";
import certKeyStrength from "./cert/key-strength.js";
import certNameMatch from "./cert/name-match.js";
import certNotExpired from "./cert/not-expired.js";
import certSelfSigned from "./cert/self-signed.js";
import certSignatureAlg from "./cert/signature-alg.js";
import certTrustChain from "./cert/trust-chain.js";
import dkimCnameChain from "./dkim/cname-chain.js";
import dkimCommonSelectors from "./dkim/common-selectors.js";
import dkimHashTag from "./dkim/hash-tag.js";
import dkimKeyParse from "./dkim/key-parse.js";
import dkimKeySize from "./dkim/key-size.js";
import dkimKeyType from "./dkim/key-type.js";
import dkimMatchesPrivateKey from "./dkim/matches-private-key.js";
import dkimRecordSingle from "./dkim/record-single.js";
import dkimRecordSyntax from "./dkim/record-syntax.js";
import dkimRevoked from "./dkim/revoked.js";
import dkimSelectorPresent from "./dkim/selector-present.js";
import dkimServiceType from "./dkim/service-type.js";
import dkimTestFlag from "./dkim/test-flag.js";
import dmarcEnforcement from "./dmarc/enforcement.js";
import dmarcPolicyTag from "./dmarc/policy-tag.js";
import dmarcPresent from "./dmarc/present.js";
import dmarcRecordSingle from "./dmarc/record-single.js";
import dmarcRemovedTags from "./dmarc/removed-tags.js";
import dmarcRuaExternalAuth from "./dmarc/rua-external-auth.js";
import dmarcRuaPresent from "./dmarc/rua-present.js";
import dmarcRuaSyntax from "./dmarc/rua-syntax.js";
import dmarcSubdomainPolicy from "./dmarc/subdomain-policy.js";
import dmarcSyntax from "./dmarc/syntax.js";
import dmarcTestMode from "./dmarc/test-mode.js";
import dmarcVersionTag from "./dmarc/version-tag.js";
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
import dnsblRefused from "./dnsbl/refused.js";
import dnsblSelfTest from "./dnsbl/self-test.js";
import envIpv6Egress from "./env/ipv6-egress.js";
import envNxdomainRewrite from "./env/nxdomain-rewrite.js";
import envOutbound25 from "./env/outbound-25.js";
import envResolverReachable from "./env/resolver-reachable.js";
import mailworthyWaiverEnded from "./mailworthy/waiver-ended.js";
import mxNoDuplicateExchange from "./mx/no-duplicate-exchange.js";
import mxNullMxButSends from "./mx/null-mx-but-sends.js";
import mxNullMxForm from "./mx/null-mx-form.js";
import mxPresent from "./mx/present.js";
import mxTargetIsHostname from "./mx/target-is-hostname.js";
import mxTargetNotCname from "./mx/target-not-cname.js";
import mxTargetPublicIp from "./mx/target-public-ip.js";
import mxTargetResolves from "./mx/target-resolves.js";
import port25Open from "./port/25-open.js";
import portSubmissionOpen from "./port/465-587-open.js";
import portOpen from "./port/open.js";
import ptrExists from "./ptr/exists.js";
import ptrFcrdns from "./ptr/fcrdns.js";
import ptrNotGeneric from "./ptr/not-generic.js";
import ptrSingle from "./ptr/single.js";
import ptrValidHostname from "./ptr/valid-hostname.js";
import smtpRateLimit from "./smtp/421-rate-limit.js";
import smtpAuthBeforeTls from "./smtp/auth-before-tls.js";
import smtpBannerHostnameFqdn from "./smtp/banner-hostname-fqdn.js";
import smtpEhlo from "./smtp/ehlo.js";
import smtpGreetingDelay from "./smtp/greeting-delay.js";
import smtpGreeting from "./smtp/greeting.js";
import smtpSizeLimit from "./smtp/size-limit.js";
import spfAuthorisesHost from "./spf/authorises-host.js";
import spfIncludeResolves from "./spf/include-resolves.js";
import spfLookupLimit from "./spf/lookup-limit.js";
import spfLoop from "./spf/loop.js";
import spfMacroValid from "./spf/macro-valid.js";
import spfMxAddressLimit from "./spf/mx-address-limit.js";
import spfNearMissRecord from "./spf/near-miss-record.js";
import spfOverbroadNetwork from "./spf/overbroad-network.js";
import spfPresent from "./spf/present.js";
import spfPtrMechanism from "./spf/ptr-mechanism.js";
import spfRedirectResolves from "./spf/redirect-resolves.js";
import spfRedirectWithAll from "./spf/redirect-with-all.js";
import spfSingleRecord from "./spf/single-record.js";
import spfSyntax from "./spf/syntax.js";
import spfTerminator from "./spf/terminator.js";
import spfTermsAfterAll from "./spf/terms-after-all.js";
import spfVoidLookups from "./spf/void-lookups.js";
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
  mxTargetIsHostname,
  mxTargetNotCname,
  mxTargetResolves,
  mxTargetPublicIp,
  mxNoDuplicateExchange,
  spfPresent,
  spfSingleRecord,
  spfNearMissRecord,
  spfSyntax,
  spfLookupLimit,
  spfVoidLookups,
  spfIncludeResolves,
  spfRedirectResolves,
  spfRedirectWithAll,
  spfLoop,
  spfTerminator,
  spfTermsAfterAll,
  spfPtrMechanism,
  spfOverbroadNetwork,
  spfMacroValid,
  spfMxAddressLimit,
  spfAuthorisesHost,
  dkimSelectorPresent,
  dkimCommonSelectors,
  dkimRecordSingle,
  dkimRecordSyntax,
  dkimKeyParse,
  dkimKeySize,
  dkimKeyType,
  dkimHashTag,
  dkimServiceType,
  dkimTestFlag,
  dkimRevoked,
  dkimCnameChain,
  dkimMatchesPrivateKey,
  dmarcPresent,
  dmarcRecordSingle,
  dmarcVersionTag,
  dmarcSyntax,
  dmarcPolicyTag,
  dmarcEnforcement,
  dmarcSubdomainPolicy,
  dmarcTestMode,
  dmarcRemovedTags,
  dmarcRuaPresent,
  dmarcRuaSyntax,
  dmarcRuaExternalAuth,
  ptrExists,
  ptrFcrdns,
  ptrSingle,
  ptrNotGeneric,
  ptrValidHostname,
  dnsblSelfTest,
  dnsblRefused,
  dnsblIpListed,
  dnsblDomainListed,
  port25Open,
  portSubmissionOpen,
  portOpen,
  smtpGreeting,
  smtpGreetingDelay,
  smtpEhlo,
  smtpBannerHostnameFqdn,
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
  mailworthyWaiverEnded,
];
