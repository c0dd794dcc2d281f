import certChainComplete from "./cert/chain-complete.js";
import certExpiryWindow from "./cert/expiry-window.js";
import certKeyStrength from "./cert/key-strength.js";
import certNameMatch from "./cert/name-match.js";
import certNotExpired from "./cert/not-expired.js";
import certSelfSigned from "./cert/self-signed.js";
import certSignatureAlg from "./cert/signature-alg.js";
import certTrustChain from "./cert/trust-chain.js";
import mxPresent from "./mx/present.js";
import smtpRateLimit from "./smtp/421-rate-limit.js";
import smtpAuthBeforeTls from "./smtp/auth-before-tls.js";
import smtpBannerHostnameFqdn from "./smtp/banner-hostname-fqdn.js";
import smtpEhlo from "./smtp/ehlo.js";
import smtpGreetingDelay from "./smtp/greeting-delay.js";
import smtpGreeting from "./smtp/greeting.js";
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
