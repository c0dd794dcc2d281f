import { createHash, type KeyObject, type X509Certificate } from "node:crypto";
import { bounds } from "../../bounds.js";
import { canonical } from "../../syntax/address.js";
import { type Der, oid, readDer } from "../../syntax/der.js";
import { type Certificate, NetError } from "../net.js";

/** A certificate as a value; throws where it is too long, or where its outer form is not X.509 (RFC 5280 §4.1). */
export function readCertificate(x509: X509Certificate): Certificate {
  const der = x509.raw;
  if (der.length > bounds.tls.certificate) throw new NetError("limit", `a certificate of ${der.length} octets`);
  const { signature, publicKey } = inside(der);
  const commonName = /^CN=(.*)$/m.exec(x509.subject ?? "")?.[1];
  const names = alternativeNames(x509.subjectAltName ?? "");
  return {
    subject: oneLine(x509.subject),
    issuer: oneLine(x509.issuer),
    ...(commonName !== undefined && { commonName }),
    names: names.filter(({ kind }) => kind === "DNS").map(({ value }) => value.toLowerCase()),
    ips: names.filter(({ kind }) => kind === "IP Address").map(({ value }) => canonical(value)),
    notBefore: moment(x509.validFromDate),
    notAfter: moment(x509.validToDate),
    key: keyOf(x509),
    signature: signatureNames[signature] ?? signature,
    selfSigned: isSelfSigned(x509),
    ca: x509.ca,
    serial: x509.serialNumber.toLowerCase(),
    sha256: sha256(der),
    spkiSha256: sha256(publicKey),
    der: der.toString("base64"),
  };
}

/** Signed with its own key, not just issued under its own name. */
export function isSelfSigned(x509: X509Certificate): boolean {
  return x509.subject === x509.issuer && isSignedBy(x509, x509);
}

/** Whether the key of one certificate signed the other; false for keys and signatures that our OpenSSL cannot do. */
export function isSignedBy(x509: X509Certificate, by: X509Certificate): boolean {
  try {
    return x509.verify(by.publicKey);
  } catch {
    return false;
  }
}

/** A distinguished name on one line, the most specific part first (RFC 4514 §2.1); Node has escaped what is not text. */
export function oneLine(name: string | undefined): string {
  return (name ?? "").split("\n").reverse().join(", ");
}

/** What node:crypto does not tell on every version: the signature's algorithm, and the public key as it was signed. */
function inside(der: Uint8Array): { signature: string; publicKey: Uint8Array } {
  const [certificate] = readDer(der) ?? [];
  const [signed, algorithm] = inner(certificate);
  const fields = inner(signed);
  const publicKey = fields[fields[0]?.tag === 0xa0 ? 6 : 5];
  const [signature] = inner(algorithm);
  if (!signature || !publicKey) throw new NetError("malformed", "a certificate that cannot be read");
  return { signature: oid(signature), publicKey: publicKey.whole };
}

const inner = (element: Der | undefined): Der[] => (element && readDer(element.content)) ?? [];

const sha256 = (octets: Uint8Array): string => createHash("sha256").update(octets).digest("hex");

/** Seconds, UTC. What no calendar has becomes the beginning of time, so that it counts as long gone. */
function moment(date: Date): string {
  return new Date(date.getTime() || 0).toISOString().replace(".000Z", "Z");
}

/** Node writes `DNS:mx1.example.com, IP Address:192.0.2.1`, and a value with odd characters as a JSON string. */
function alternativeNames(text: string): { kind: string; value: string }[] {
  return Array.from(text.matchAll(/([A-Za-z][A-Za-z ]*):("(?:[^"\\]|\\.)*"|[^,]*)(?:, |$)/gs), ([, kind, value]) => ({
    kind: kind!,
    value: value!.startsWith('"') ? unquoted(value!) : value!,
  }));
}

function unquoted(text: string): string {
  try {
    return JSON.parse(text) as string;
  } catch {
    return text;
  }
}

const curveNames: Record<string, string> = { prime256v1: "P-256", secp384r1: "P-384", secp521r1: "P-521" };

/** A curve by the name people use. */
export const curveName = (name: string): string => curveNames[name] ?? name;

function keyOf(x509: X509Certificate): Certificate["key"] {
  let key: KeyObject;
  try {
    key = x509.publicKey;
  } catch {
    return { type: "unknown" };
  }
  const { modulusLength, namedCurve } = key.asymmetricKeyDetails ?? {};
  const type = key.asymmetricKeyType ?? "unknown";
  if (namedCurve === undefined) return { type, ...(modulusLength !== undefined && { bits: modulusLength }) };
  const bits = Number(/\d{3}/.exec(namedCurve)?.[0]);
  return { type, curve: curveName(namedCurve), ...(bits && { bits }) };
}

/** Signature algorithms by OID (RFC 3279, 4055, 5758, 8410, 9881). */
const signatureNames: Record<string, string> = {
  "1.2.840.113549.1.1.2": "md2WithRSAEncryption",
  "1.2.840.113549.1.1.4": "md5WithRSAEncryption",
  "1.2.840.113549.1.1.5": "sha1WithRSAEncryption",
  "1.2.840.113549.1.1.10": "rsassaPss",
  "1.2.840.113549.1.1.11": "sha256WithRSAEncryption",
  "1.2.840.113549.1.1.12": "sha384WithRSAEncryption",
  "1.2.840.113549.1.1.13": "sha512WithRSAEncryption",
  "1.2.840.113549.1.1.14": "sha224WithRSAEncryption",
  "1.2.840.10040.4.3": "dsa-with-SHA1",
  "2.16.840.1.101.3.4.3.2": "dsa-with-SHA256",
  "1.2.840.10045.4.1": "ecdsa-with-SHA1",
  "1.2.840.10045.4.3.1": "ecdsa-with-SHA224",
  "1.2.840.10045.4.3.2": "ecdsa-with-SHA256",
  "1.2.840.10045.4.3.3": "ecdsa-with-SHA384",
  "1.2.840.10045.4.3.4": "ecdsa-with-SHA512",
  "1.3.101.112": "ed25519",
  "1.3.101.113": "ed448",
  "2.16.840.1.101.3.4.3.17": "ml-dsa-44",
  "2.16.840.1.101.3.4.3.18": "ml-dsa-65",
  "2.16.840.1.101.3.4.3.19": "ml-dsa-87",
};
