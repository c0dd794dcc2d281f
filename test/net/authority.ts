import { generateKeyPairSync } from "node:crypto";
import forge from "node-forge";

/** A certificate with its key, PEM. */
export interface Issued {
  name: string;
  cert: string;
  key: string;
}

export interface Wanted {
  name: string;
  names?: string[];
  ips?: string[];
  by?: Issued;
  ca?: boolean;
  from?: string;
  until?: string;
  bits?: number;
  digest?: "sha1" | "sha256" | "md5";
  /** Extended key usage: serverAuth, clientAuth. */
  use?: string;
  /** The key of another certificate is used. */
  key?: string;
}

const keys = new Map<string, string>();

/** An RSA key, the same one each time for a bit length and a purpose: making them is slow. */
function rsa(bits: number, purpose: string): string {
  const id = `${bits} ${purpose}`;
  let key = keys.get(id);
  if (!key) {
    key = generateKeyPairSync("rsa", {
      modulusLength: bits,
      publicKeyEncoding: { type: "spki", format: "pem" },
      privateKeyEncoding: { type: "pkcs8", format: "pem" },
    }).privateKey;
    keys.set(id, key);
  }
  return key;
}

/** Issues a certificate; one without `by` signs itself. */
export function issue(wanted: Wanted): Issued {
  const { name, names = [], ips = [], by, ca = false, bits = 2048, digest = "sha256", use } = wanted;
  const key = wanted.key ?? rsa(bits, ca ? "authority" : "leaf");
  const own = forge.pki.privateKeyFromPem(key);
  const cert = forge.pki.createCertificate();
  cert.publicKey = forge.pki.setRsaPublicKey(own.n, own.e);
  cert.serialNumber = "0a";
  cert.validity.notBefore = new Date(wanted.from ?? "2025-01-01");
  cert.validity.notAfter = new Date(wanted.until ?? "2045-01-01");
  cert.setSubject([{ name: "commonName", value: name }]);
  cert.setIssuer([{ name: "commonName", value: by?.name ?? name }]);
  cert.setExtensions([
    { name: "basicConstraints", cA: ca },
    ...(ca ? [{ name: "keyUsage", keyCertSign: true, cRLSign: true }] : []),
    ...(use ? [{ name: "extKeyUsage", [use]: true }] : []),
    ...(names.length + ips.length > 0
      ? [
          {
            name: "subjectAltName",
            altNames: [...names.map((value) => ({ type: 2, value })), ...ips.map((ip) => ({ type: 7, ip }))],
          },
        ]
      : []),
  ]);
  cert.sign(by ? forge.pki.privateKeyFromPem(by.key) : own, forge.md[digest].create());
  return { name, key, cert: forge.pki.certificateToPem(cert) };
}

/** A root, an intermediate below it, and a leaf below that. */
export const root = issue({ name: "Test Root", ca: true });
export const intermediate = issue({ name: "Test Intermediate", ca: true, by: root });
export const leaf = issue({ name: "mx1.example.com", names: ["mx1.example.com"], by: intermediate });
