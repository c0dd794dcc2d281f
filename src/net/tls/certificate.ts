import { hash, type X509Certificate } from "node:crypto";
import { bounds } from "../../bounds.js";
import { canonical } from "../../syntax/address.js";
import { type Der, oid, readDer } from "../../syntax/der.js";
import { type Certificate, NetError } from "../net.js";
import { isSelfSigned } from "./issuers.js";

const read = new WeakMap<X509Certificate, Certificate>();

/** A certificate as a value; throws where it is too long, or where its outer form is not X.509 (RFC 5280 §4.1). */
export function readCertificate(x509: X509Certificate): Certificate {
  let certificate = read.get(x509);
  if (!certificate) read.set(x509, (certificate = valueOf(x509)));
  return certificate;
}

function valueOf(x509: X509Certificate): Certificate {
  const der = x509.raw;
  if (der.length > bounds.tls.certificate) throw new NetError("limit", `a certificate of ${der.length} octets`);
  const { signature, publicKey, key } = inside(der);
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
    key,
    signature: signatureNames[signature] ?? signature,
    selfSigned: isSelfSigned(x509),
    ca: x509.ca,
    serial: x509.serialNumber.toLowerCase(),
    sha256: sha256(der),
    spkiSha256: sha256(publicKey),
    der: der.toString("base64"),
  };
}

/** A distinguished name on one line, the most specific part first (RFC 4514 §2.1); Node has escaped what is not text. */
export function oneLine(name: string | undefined): string {
  return (name ?? "").split("\n").reverse().join(", ");
}

/** What node:crypto does not tell on every version, or tells slowly: how it was signed, and the key, as it was signed. */
function inside(der: Uint8Array): { signature: string; publicKey: Uint8Array; key: Certificate["key"] } {
  const [certificate] = readDer(der) ?? [];
  const [signed, algorithm] = inner(certificate);
  const fields = inner(signed);
  const publicKey = fields[fields[0]?.tag === 0xa0 ? 6 : 5];
  const [signature] = inner(algorithm);
  if (!signature || !publicKey) throw new NetError("malformed", "a certificate that cannot be read");
  return { signature: oid(signature), publicKey: publicKey.whole, key: keyIn(inner(publicKey)) };
}

const inner = (element: Der | undefined): Der[] => (element && readDer(element.content)) ?? [];

const sha256 = (octets: Uint8Array): string => hash("sha256", octets, "hex");

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

/** Kind and size of a SubjectPublicKeyInfo (RFC 5280 §4.1.2.7, RFC 3279 §2.3, RFC 5480 §2.1). */
function keyIn([algorithm, bits]: Der[]): Certificate["key"] {
  const [kind, parameter] = inner(algorithm);
  const type = kind ? (keyTypes[oid(kind)] ?? oid(kind)) : "unknown";
  if (type === "ec") {
    const curve = parameter?.tag === 6 ? (curveNames[oid(parameter)] ?? oid(parameter)) : "unnamed";
    const size = Number(/\d{3}/.exec(curve)?.[0]);
    return { type, curve, ...(size && !curve.includes(".") && { bits: size }) };
  }
  const number = type.startsWith("rsa") ? readDer(bits?.content.subarray(1) ?? new Uint8Array())?.[0] : parameter;
  const [modulus] = inner(number);
  return { type, ...(modulus?.tag === 2 && { bits: bitLength(modulus.content) }) };
}

function bitLength(number: Uint8Array): number {
  const from = number.findIndex((octet) => octet !== 0);
  return from < 0 ? 0 : (number.length - from) * 8 - Math.clz32(number[from]!) + 24;
}

/** Kinds of key by OID, as node:crypto calls them. */
const keyTypes: Record<string, string> = {
  "1.2.840.113549.1.1.1": "rsa",
  "1.2.840.113549.1.1.10": "rsa-pss",
  "1.2.840.10040.4.1": "dsa",
  "1.2.840.10045.2.1": "ec",
  "1.3.101.112": "ed25519",
  "1.3.101.113": "ed448",
  "2.16.840.1.101.3.4.3.17": "ml-dsa-44",
  "2.16.840.1.101.3.4.3.18": "ml-dsa-65",
  "2.16.840.1.101.3.4.3.19": "ml-dsa-87",
};

const curveNames: Record<string, string> = {
  "1.2.840.10045.3.1.1": "P-192",
  "1.3.132.0.33": "P-224",
  "1.2.840.10045.3.1.7": "P-256",
  "1.3.132.0.10": "secp256k1",
  "1.3.132.0.34": "P-384",
  "1.3.132.0.35": "P-521",
  "1.3.36.3.3.2.8.1.1.7": "brainpoolP256r1",
  "1.3.36.3.3.2.8.1.1.11": "brainpoolP384r1",
  "1.3.36.3.3.2.8.1.1.13": "brainpoolP512r1",
};

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
