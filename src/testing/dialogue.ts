import { type Certificate, NetError, type NetErrorCode, type Tls, type Trust } from "../net/net.js";
import type { Wire } from "../net/smtp/wire.js";

/**
 * An SMTP server played from a transcript, written as in RFC 5321 appendix D:
 *
 *     S: 220 mx1.example.com ESMTP
 *     C: EHLO *
 *     S: 250-mx1.example.com
 *     S: 250 STARTTLS
 *     C: STARTTLS
 *     S: 220 go ahead
 *     TLS: mx1.example.com until 2030-01-01
 *
 * `*` ends a pattern. After `TLS:` stand the certificate's names, `until` its last day, and `key=value` words: `from`,
 * `key` (rsa2048, ec256, ed25519), `signature`, `version`, `cipher`, `trust` (ok, self-signed, incomplete, …).
 * `wait 12000` lets that many milliseconds pass. `!refused` or `!timeout` alone: the connection never opens; `!reset`,
 * `!timeout` or `!tls` further down: it ends there. What a client says past the end of the transcript, QUIT apart, fails the test.
 */
export class TranscriptError extends Error {
  override name = "TranscriptError";
}

export type Open = { refused: true } | { wire: Wire };

export function dialogue(text: string, report: (error: TranscriptError) => void): () => Open {
  const lines = text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
  return () => {
    if (lines[0] === "!refused") return { refused: true };
    if (lines[0] === "!timeout") throw new NetError("timeout", "no connection in 10 s");
    return { wire: played([...lines], report) };
  };
}

function played(left: string[], report: (error: TranscriptError) => void): Wire {
  let clock = 0;
  const stray = (message: string): TranscriptError => {
    const error = new TranscriptError(message);
    report(error);
    return error;
  };
  const skipWaits = (): void => {
    while (left[0]?.startsWith("wait ")) clock += Number(left.shift()!.slice(5));
    const broken = /^!(\w+)$/.exec(left[0] ?? "");
    if (broken)
      throw new NetError(
        broken[1] as NetErrorCode,
        { timeout: "no answer in 20 s", reset: "the connection was reset", tls: "the handshake failed" }[broken[1]!] ??
          broken[1]!,
      );
  };
  const next = (who: "S:" | "C:" | "TLS:", said = ""): string => {
    skipWaits();
    const line = left[0];
    if (!line?.startsWith(who))
      throw stray(`the transcript goes on with "${line ?? "its end"}", not with ${who} ${said}`);
    left.shift();
    return line.slice(who.length).trimStart();
  };
  return {
    elapsed: () => clock,
    read: async () => next("S:"),
    unread: () => {
      const early = [];
      while (left[0]?.startsWith("S:")) early.push(left.shift()!.slice(2).trimStart());
      return early.join("\n");
    },
    write: async (line) => {
      if (line === "QUIT" && left.length === 0) return;
      const wanted = next("C:", line);
      const fits = wanted.endsWith("*") ? line.startsWith(wanted.slice(0, -1)) : line === wanted;
      if (!fits) throw stray(`the transcript wants "${wanted}", the client said "${line}"`);
    },
    secure: async () => handshake(next("TLS:")),
    close() {},
  };
}

function handshake(text: string): Tls {
  const [names = "", rest = ""] = text.split(/ until /);
  const [until = "2030-01-01", ...words] = rest.split(/\s+/).filter(Boolean);
  const more = new Map(words.map((word) => word.split("=") as [string, string]));
  const trust = more.get("trust") ?? "ok";
  const leaf = certificate(names.split(/,\s*/).filter(Boolean), until, more);
  return {
    version: more.get("version") ?? "TLSv1.3",
    cipher: more.get("cipher") ?? "TLS_AES_256_GCM_SHA384",
    chain: [leaf],
    trust:
      trust === "ok"
        ? { ok: true, root: "Test Root" }
        : { ok: false, problem: trust as Exclude<Trust, { ok: true }>["problem"], text: trust },
  };
}

function certificate(names: string[], until: string, more: Map<string, string>): Certificate {
  const key = more.get("key") ?? "ec256";
  const bits = Number(/\d+/.exec(key)?.[0] ?? 0);
  const type = key.replace(/\d+$/, "");
  const selfSigned = more.get("trust") === "self-signed";
  const name = names[0] ?? "unnamed.invalid";
  return {
    subject: `CN=${name}`,
    issuer: selfSigned ? `CN=${name}` : "CN=Test CA",
    commonName: name,
    names,
    ips: [],
    notBefore: `${more.get("from") ?? "2025-12-01"}T00:00:00Z`,
    notAfter: `${until}T00:00:00Z`,
    key:
      type === "ec"
        ? { type, curve: `P-${bits}`, bits }
        : type === "ed25519" || key === "ed25519"
          ? { type: "ed25519" }
          : { type, bits },
    signature: more.get("signature") ?? "sha256WithRSAEncryption",
    selfSigned,
    ca: false,
    serial: "01",
    sha256: "00".repeat(32),
    spkiSha256: "11".repeat(32),
    der: "",
  };
}
