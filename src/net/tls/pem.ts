import { X509Certificate } from "node:crypto";
import { bounds } from "../../bounds.js";
import type { HttpsAnswer } from "../net.js";
import { readCertificate } from "./certificate.js";
import type { TrustStore } from "./trust.js";

/** The certificates of a PEM text, each as it stands there (RFC 7468 §5). */
export const blocksOf = (text: string): string[] =>
  text.match(/-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----/g) ?? [];

/** The certificates in a PEM text, the end entity's first whatever their order; those that cannot be read are left out. */
export function certificatesIn(text: string, store: TrustStore): NonNullable<HttpsAnswer["certificates"]> {
  const found = blocksOf(text)
    .slice(0, bounds.tls.chain)
    .flatMap((pem) => {
      try {
        const x509 = new X509Certificate(pem);
        return [{ x509, certificate: readCertificate(x509) }];
      } catch {
        return [];
      }
    })
    .sort((a, b) => Number(a.certificate.ca) - Number(b.certificate.ca));
  return {
    chain: found.map(({ certificate }) => certificate),
    trust: store.judge(found.map(({ x509 }) => x509)),
  };
}
