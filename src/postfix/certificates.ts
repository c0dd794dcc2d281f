import { createPrivateKey, X509Certificate } from "node:crypto";
import { bounds } from "../bounds.js";
import type { FileState, PostfixPair, PostfixSeen } from "../facts/postfix/seen.js";
import { effective } from "../facts/postfix/values.js";
import { readCertificate } from "../net/tls/certificate.js";
import { blocksOf } from "../net/tls/pem.js";
import type { Certificate } from "../net/net.js";
import { serviceName } from "../syntax/postfix/master-cf.js";
import { words } from "../syntax/postfix/words.js";
import type { Content, Files } from "./files.js";

/** What a service is told to use: files with keys and certificates in one row, or one file for each. */
interface Named {
  services: string[];
  certificate: string;
  key: string;
}

const kinds = [
  ["smtpd_tls_cert_file", "smtpd_tls_key_file"],
  ["smtpd_tls_eccert_file", "smtpd_tls_eckey_file"],
  ["smtpd_tls_dcert_file", "smtpd_tls_dkey_file"],
] as const;

/** The certificates and keys that the receiving services use. A private key is only held against its certificate. */
export async function pairsOf(seen: PostfixSeen, files: Files): Promise<PostfixPair[]> {
  const found = new Map<string, Named>();
  for (const service of seen.services) {
    if (service.command !== "smtpd") continue;
    const value = (name: string): string => known(() => effective(seen, name, service));
    const row = words(value("smtpd_tls_chain_files")).join(", ");
    const named = row === "" ? kinds.map((pair) => pair.map(value)) : [[row, row]];
    for (const [certificate, key] of named) {
      if (!certificate || certificate === "none") continue;
      const id = `${certificate}\n${key!}`;
      const one = found.get(id) ?? { services: [], certificate, key: key || certificate };
      one.services.push(serviceName(service));
      found.set(id, one);
    }
  }
  return Promise.all([...found.values()].slice(0, bounds.postfix.entries).map((one) => pairOf(one, files)));
}

function known(value: () => string): string {
  try {
    return value();
  } catch {
    return "";
  }
}

async function pairOf({ services, certificate, key }: Named, files: Files): Promise<PostfixPair> {
  const [shown, secret] = await Promise.all([together(certificate, files), together(key, files)]);
  const pems = shown.state === "read" ? blocksOf(shown.octets) : [];
  const chain = certificatesOf(pems);
  const [problem, matches] = compared(pems[0], chain[0], secret);
  return {
    services,
    certificate: {
      file: certificate,
      state: shown.state,
      ...(shown.state === "read" && chain.length === 0 && { problem: "holds no certificate that can be read" }),
      ...(shown.state !== "read" && shown.problem !== undefined && { problem: shown.problem }),
    },
    key: { file: key, state: secret.state, ...(problem !== undefined && { problem }) },
    chain,
    matches,
  };
}

/** The content of files in one row; of the first that is not there, why not. */
async function together(names: string, files: Files): Promise<Content> {
  const found = await Promise.all(words(names).map((name) => files.read(name)));
  const lacking = found.find(({ state }) => state !== "read");
  if (lacking) return lacking;
  const octets = found.map((one) => (one.state === "read" ? one.octets : "")).join("\n");
  return { state: "read" satisfies FileState, octets, changed: 0 };
}

function certificatesOf(pems: readonly string[]): Certificate[] {
  return pems.slice(0, bounds.tls.chain).flatMap((pem) => {
    try {
      return [readCertificate(new X509Certificate(pem))];
    } catch {
      return [];
    }
  });
}

function compared(
  pem: string | undefined,
  leaf: Certificate | undefined,
  secret: Content,
): [problem: string | undefined, matches: boolean | null] {
  if (secret.state !== "read") return [secret.problem, null];
  const block = /-----BEGIN ([A-Z ]{0,20}PRIVATE KEY)-----[^-]*(?:-[^-]+)*-----END \1-----/.exec(secret.octets)?.[0];
  if (block === undefined) return ["holds no private key", null];
  try {
    const key = createPrivateKey(block);
    return [undefined, pem === undefined || leaf === undefined ? null : new X509Certificate(pem).checkPrivateKey(key)];
  } catch {
    return ["holds a private key that cannot be read, as one under a passphrase", null];
  }
}
