import { generateKeyPairSync } from "node:crypto";
import forge from "node-forge";

/** What a lab host shows; days count from now. */
export interface Shown {
  names: string[];
  from?: number;
  until?: number;
  /** `self`: signs itself; `stranger`: by a root nobody knows. */
  issuer?: "intermediate" | "self" | "stranger";
  /** Sends its own certificate only. */
  alone?: boolean;
  bits?: number;
  digest?: "sha256" | "sha1";
}
export interface Pair {
  key: string;
  cert: string;
}

const day = 86_400_000;
interface Signer {
  key: forge.pki.rsa.PrivateKey;
  attributes: forge.pki.CertificateField[];
}

/** A certificate authority made on the spot: a root, an intermediate, and a stranger's root outside the trust. */
export class Authority {
  readonly #keys = new Map<
    number,
    { pem: string; private: forge.pki.rsa.PrivateKey; public: forge.pki.rsa.PublicKey }
  >();
  readonly #root: Signer;
  readonly #intermediate: Signer;
  readonly #stranger: Signer;
  readonly #chain: string;
  readonly #now: number;
  #serial = 1;
  /** The root, PEM: what the tool must be told to trust. */
  readonly ca: string;

  constructor(now: number = Date.now()) {
    this.#now = now;
    const key = this.#key(2048).private;
    this.#root = { key, attributes: named("Lab Root") };
    this.#intermediate = { key, attributes: named("Lab Intermediate") };
    this.#stranger = { key, attributes: named("Somebody Else's Root") };
    this.ca = this.#certificate({ names: [], until: 3650 }, this.#root.attributes, this.#root, true);
    this.#chain = this.#certificate({ names: [], until: 3650 }, this.#intermediate.attributes, this.#root, true);
  }

  /** A key and the certificates to serve with it. */
  issue(shown: Shown): Pair {
    const bits = shown.bits ?? 2048;
    const subject = named(shown.names[0] ?? "unnamed.invalid");
    const self = { key: this.#key(bits).private, attributes: subject };
    const signer = { self, stranger: this.#stranger, intermediate: this.#intermediate }[shown.issuer ?? "intermediate"];
    const leaf = this.#certificate(shown, subject, signer, false);
    const complete = signer === this.#intermediate && !shown.alone;
    return { key: this.#key(bits).pem, cert: complete ? leaf + this.#chain : leaf };
  }

  #certificate(shown: Shown, subject: forge.pki.CertificateField[], signer: Signer, ca: boolean): string {
    const certificate = forge.pki.createCertificate();
    certificate.publicKey = this.#key(shown.bits ?? 2048).public;
    certificate.serialNumber = `4d57${(this.#serial++).toString(16).padStart(12, "0")}`;
    certificate.validity.notBefore = new Date(this.#now + (shown.from ?? -10) * day);
    certificate.validity.notAfter = new Date(this.#now + (shown.until ?? 80) * day);
    certificate.setSubject(subject);
    certificate.setIssuer(signer.attributes);
    certificate.setExtensions([
      { name: "basicConstraints", cA: ca, critical: true },
      { name: "keyUsage", digitalSignature: true, keyCertSign: ca, cRLSign: ca, keyEncipherment: !ca },
      ...(ca ? [] : [{ name: "extKeyUsage", serverAuth: true }]),
      ...(shown.names.length > 0
        ? [{ name: "subjectAltName", altNames: shown.names.map((value) => ({ type: 2, value })) }]
        : []),
    ]);
    certificate.sign(signer.key, shown.digest === "sha1" ? forge.md.sha1.create() : forge.md.sha256.create());
    return forge.pki.certificateToPem(certificate);
  }

  /** One key for each size serves all: making one takes longer than all else in the lab. */
  #key(bits: number): { pem: string; private: forge.pki.rsa.PrivateKey; public: forge.pki.rsa.PublicKey } {
    let pair = this.#keys.get(bits);
    if (!pair) {
      const { privateKey, publicKey } = generateKeyPairSync("rsa", {
        modulusLength: bits,
        privateKeyEncoding: { type: "pkcs1", format: "pem" },
        publicKeyEncoding: { type: "spki", format: "pem" },
      });
      pair = {
        pem: privateKey,
        private: forge.pki.privateKeyFromPem(privateKey),
        public: forge.pki.publicKeyFromPem(publicKey),
      };
      this.#keys.set(bits, pair);
    }
    return pair;
  }
}

const named = (value: string): forge.pki.CertificateField[] => [{ name: "commonName", value }];
