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
import mxPresent from "./mx/present.js";
import smtpRateLimit from "./smtp/421-rate-limit.js";
import smtpAuthBeforeTls from "./smtp/auth-before-tls.js";
import smtpBannerHostnameFqdn from "./smtp/banner-hostname-fqdn.js";
import smtpEhlo from "./smtp/ehlo.js";
import smtpGreeting from "./smtp/greeting.js";
import smtpGreetingDelay from "./smtp/greeting-delay.js";
import smtpSizeLimit from "./smtp/size-limit.js";
import spfPresent from "./spf/present.js";
import tlsStarttlsHandshake from "./tls/starttls-handshake.js";
import tlsStarttlsOffered from "./tls/starttls-offered.js";
import tlsStarttlsSurvivesReehlo from "./tls/starttls-survives-reehlo.js";
import tlsVersionLegacy from "./tls/version-legacy.js";
import tlsVersionModern from "./tls/version-modern.js";

/** Every built-in check, in the order in which reports show them. */
export default [
  mxPresent,
  spfPresent,
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
];
