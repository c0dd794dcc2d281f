import type { X509Certificate } from "node:crypto";
import { bounds } from "../../bounds.js";

const kept = new Map<string, X509Certificate>();
const signed = new WeakMap<X509Certificate, WeakMap<X509Certificate, boolean>>();

/**
 * Few CAs issue most certificates, so one of a CA that was seen before stands in for itself: what was read of it and who
 * signed it is then not found out for every host again.
 */
export function seenBefore(x509: X509Certificate): X509Certificate {
  if (!x509.ca) return x509;
  const known = kept.get(x509.fingerprint256);
  if (known) return known;
  if (kept.size >= bounds.tls.issuers) kept.clear();
  kept.set(x509.fingerprint256, x509);
  return x509;
}

/** Whether the key of one certificate signed the other; false for keys and signatures that our OpenSSL cannot do. */
export function isSignedBy(x509: X509Certificate, by: X509Certificate): boolean {
  let verdicts = signed.get(x509);
  if (!verdicts) signed.set(x509, (verdicts = new WeakMap()));
  let verdict = verdicts.get(by);
  if (verdict === undefined) verdicts.set(by, (verdict = verifies(x509, by)));
  return verdict;
}

/** Signed with its own key, not just issued under its own name. */
export function isSelfSigned(x509: X509Certificate): boolean {
  return x509.subject === x509.issuer && isSignedBy(x509, x509);
}

function verifies(x509: X509Certificate, by: X509Certificate): boolean {
  try {
    return x509.verify(by.publicKey);
  } catch {
    return false;
  }
}
