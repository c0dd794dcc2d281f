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
