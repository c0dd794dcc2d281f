import { createSecureContext, type SecureContext, type SecureContextOptions } from "node:tls";
import type { SmtpPlace } from "../net.js";

export type Offer = NonNullable<SmtpPlace["offer"]>;

const settings: Record<Offer, SecureContextOptions> = {
  default: { minVersion: "TLSv1.2", maxVersion: "TLSv1.3" },
  permissive: { minVersion: "TLSv1", maxVersion: "TLSv1.3", ciphers: "DEFAULT@SECLEVEL=0" },
  legacy: { minVersion: "TLSv1", maxVersion: "TLSv1.1", ciphers: "DEFAULT@SECLEVEL=0" },
};

const contexts = new Map<Offer, SecureContext>();

/**
 * What we offer in a handshake, made once. It knows no root: we judge chains ourselves, OpenSSL's own verdict never
 * counts, and Node then does not spell out the whole chain for it, which is a quarter of what a session costs.
 */
export function contextFor(offer: Offer): SecureContext {
  let context = contexts.get(offer);
  if (!context) contexts.set(offer, (context = createSecureContext({ ...settings[offer], ca: [] })));
  return context;
}

/** Versions as OpenSSL calls them, from the oldest. */
export const tlsVersions = ["TLSv1", "TLSv1.1", "TLSv1.2", "TLSv1.3"] as const;
export type TlsVersion = (typeof tlsVersions)[number];

export interface OwnOffer {
  min?: TlsVersion | undefined;
  max?: TlsVersion | undefined;
  /** A client certificate with those above it, and its key, PEM. */
  cert?: string | undefined;
  key?: string | undefined;
}

/** What the user says is offered; throws for a certificate and key that do not go together. */
export function ownContext({ min = "TLSv1.2", max = "TLSv1.3", cert, key }: OwnOffer): SecureContext {
  const old = tlsVersions.indexOf(min) < 2;
  return createSecureContext({
    minVersion: min,
    maxVersion: max,
    ca: [],
    // OpenSSL makes no handshake below TLS 1.2 at its usual level.
    ...(old && { ciphers: "DEFAULT@SECLEVEL=0" }),
    ...(cert !== undefined && { cert }),
    ...(key !== undefined && { key }),
  });
}
