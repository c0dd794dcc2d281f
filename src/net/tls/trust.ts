import { X509Certificate } from "node:crypto";
import { rootCertificates } from "node:tls";
import { bounds } from "../../bounds.js";
import type { Trust } from "../net.js";
import { oneLine } from "./certificate.js";
import { isSelfSigned, isSignedBy } from "./issuers.js";
import { blocksOf } from "./pem.js";

/** Judges served certificates by the roots it knows. */
export interface TrustStore {
  /** Whether a chain leads from the first of these certificates to a known root. Their order does not matter. */
  judge(served: readonly X509Certificate[]): Trust;
}

type Distrust = Exclude<Trust, { ok: true }>;
type Path = { ok: true; root: string; length: number } | (Distrust & { length: number });

const serverAuth = "1.3.6.1.5.5.7.3.1";
const anyUse = "2.5.29.37.0";

export interface Roots {
  /** Further roots, PEM. */
  ca?: string | undefined;
  /** Roots of another kind in place of those for TLS servers, PEM; what a certificate is for is then not judged. */
  instead?: string | undefined;
}

/** A store of the roots that Node brings (Mozilla's), and those in `ca`; throws where that is not PEM. */
export function trustStore({ ca = "", instead }: Roots = {}): TrustStore {
  const own = blocksOf(ca).map((pem) => new X509Certificate(pem));
  if (ca && own.length === 0) throw new TypeError("no certificate in PEM");
  const roots = new Map<string, X509Certificate[]>();
  const rootsNamed = (name: string): X509Certificate[] => {
    if (roots.size === 0) {
      const known = instead === undefined ? rootCertificates : blocksOf(instead);
      for (const root of [...own, ...known.map((pem) => new X509Certificate(pem))])
        roots.set(root.subject, [...(roots.get(root.subject) ?? []), root]);
    }
    return roots.get(name) ?? [];
  };
  const forServers = instead === undefined;
  return { judge: (served) => judge(served.slice(0, bounds.tls.chain), rootsNamed, forServers) };
}

function judge(
  served: readonly X509Certificate[],
  rootsNamed: (name: string) => X509Certificate[],
  forServers: boolean,
): Trust {
  const [leaf, ...others] = served;
  if (!leaf) return { ok: false, problem: "incomplete", text: "no certificate was served" };
  const left = new Set(others);
  const { length: _, ...trust } = climb(leaf, 0);
  const uses = leaf.keyUsage as string[] | undefined; // the OIDs of the extended key usage, whatever its name says
  if (forServers && trust.ok && uses && !uses.includes(serverAuth) && !uses.includes(anyUse))
    return { ok: false, problem: "purpose", text: "the certificate is not for TLS servers" }; // RFC 5280 §4.2.1.12
  return trust;

  /** The best path up from a certificate: one that ends well, else the longest. Each certificate is passed once. */
  function climb(at: X509Certificate, length: number): Path {
    const name = oneLine(at.subject);
    const known = [...rootsNamed(at.subject), ...rootsNamed(at.issuer)];
    const root = known.find((root) => root.fingerprint256 === at.fingerprint256 || isIssuer(root, at));
    if (root) return { ok: true, root: oneLine(root.subject), length };
    if (isSelfSigned(at))
      return length === 0
        ? { ok: false, problem: "self-signed", text: `${name} is signed by itself`, length }
        : { ok: false, problem: "untrusted-root", text: `the chain ends in ${name}, which is no known root`, length };
    let best: Path | undefined;
    for (const issuer of left) {
      if (issuer.subject !== at.issuer) continue;
      const path = through(at, issuer, length);
      if (path.ok) return path;
      if (!best || path.length > best.length) best = path;
    }
    const text = `${oneLine(at.issuer)}, which issued ${name}, is neither served nor a known root`;
    return best ?? { ok: false, problem: "incomplete", text, length };
  }

  function through(at: X509Certificate, issuer: X509Certificate, length: number): Path {
    const [name, above] = [oneLine(at.subject), oneLine(issuer.subject)];
    if (!isSignedBy(at, issuer))
      return { ok: false, problem: "bad-signature", text: `${name} is not signed by the key of ${above}`, length };
    if (!issuer.ca)
      return { ok: false, problem: "not-a-ca", text: `${name} is signed by ${above}, which is no CA`, length };
    left.delete(issuer);
    return climb(issuer, length + 1);
  }
}

const isIssuer = (root: X509Certificate, of: X509Certificate): boolean =>
  root.subject === of.issuer && isSignedBy(of, root);
