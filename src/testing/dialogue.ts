import { NetError, type NetErrorCode, type Tls } from "../net/net.js";
import type { Wire } from "../net/smtp/wire.js";
import { handshakeFrom } from "./tls-line.js";

/**
 * An SMTP server played from a transcript, written as in RFC 5321 appendix D, a line each:
 *
 *     S: 220 mx1.example.com ESMTP
 *     C: EHLO *
 *     S: 250-mx1.example.com
 *     S: 250 STARTTLS
 *     C: STARTTLS
 *     S: 220 go ahead
 *     TLS: mx1.example.com, *.example.net until 2030-01-01 key=rsa2048
 *     TLS+: - cn="Example CA" until 2031-01-01
 *     C: EHLO *
 *     S: 250 mx1.example.com
 *
 * | line | |
 * |---|---|
 * | `S:` | the server says this; what it says before it is asked counts as unasked, or as early after STARTTLS |
 * | `C:` | the client must say this; `*` at the end stands for anything. QUIT past the end need not be written |
 * | `TLS:` | a handshake, with the leaf: its names and addresses (`-` for none), `until` its last day, and words |
 * | `TLS+:` | a certificate sent along, in the order served; a CA unless `ca=false` |
 * | `TLS: !alert NAME` | the server rejects the handshake: `handshake_failure`, `protocol_version` |
 * | `TLS: !text TEXT` | the server sends text in place of TLS; with a 4xx it is busy |
 * | `wait 12000` | that many milliseconds pass; more than a step may take, and the session times out |
 * | `!reset`, `!timeout`, `!tls` | it ends here: hung up, silent, our own TLS cannot; any other code of a NetError |
 * | `!refused`, `!timeout` | as the first line: the connection is refused, or never opens |
 *
 * Words, `key=value` or `key="value"`. For a certificate: `from` its first day, `key` (rsa2048, ec256, ed25519), `cn`
 * (`-` for none), `issuer`, `signature`, `serial`, `ca`, `sha256`, `spki`, `der`. For the handshake: `version`,
 * `cipher`, `group`, `trust` (ok, self-signed, incomplete, untrusted-root, bad-signature, not-a-ca, purpose), `chain`
 * (how many certificates, made up where they are not written). Dates may have a time: `2030-01-01T12:00:00Z`.
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
  const stray = (message: string): TranscriptError => {
    const error = new TranscriptError(message);
    report(error);
    return error;
  };
  return () => {
    const odd = lines.find((line) => !/^(?:[SC]:|TLS\+?:|wait \d+$|!\w+$)/.test(line));
    if (odd !== undefined) throw stray(`not a line of a transcript: ${odd}`);
    if (lines[0] === "!refused") return { refused: true };
    if (lines[0] === "!timeout") throw new NetError("timeout", "no connection in 10 s");
    return { wire: played([...lines], stray) };
  };
}

const endings: Record<string, string> = {
  reset: "the server closed the connection",
  tls: "TLS failed on our side: unsupported",
  timeout: "no answer in 20 s",
};

function played(left: string[], stray: (message: string) => TranscriptError): Wire {
  let clock = 0;
  /** The text of the next line, which must be of this kind and come in time. */
  const next = (kind: "S:" | "C:" | "TLS:", by = Infinity, said = ""): string => {
    while (left[0]?.startsWith("wait ")) clock += Number(left.shift()!.slice(5));
    if (clock > by) {
      clock = by;
      throw new NetError("timeout", "no answer in time");
    }
    const code = /^!(\w+)$/.exec(left[0] ?? "")?.[1];
    if (code !== undefined) throw new NetError(code as NetErrorCode, endings[code] ?? code);
    const line = left.shift();
    if (line?.startsWith(kind)) return line.slice(kind.length).trimStart();
    throw stray(`the transcript goes on with "${line ?? "its end"}", not with ${kind} ${said}`);
  };
  return {
    elapsed: () => clock,
    read: async (by) => ({ text: next("S:", by), bare: false }),
    write(line) {
      if (left[0]?.startsWith("!") || (line === "QUIT" && left.length === 0)) return; // what is read next tells
      const wanted = next("C:", Infinity, line);
      const fits = wanted.endsWith("*") ? line.startsWith(wanted.slice(0, -1)) : line === wanted;
      if (!fits) throw stray(`the transcript wants "${wanted}", the client said "${line}"`);
    },
    unread() {
      const early: string[] = [];
      while (left[0]?.startsWith("S:")) early.push(left.shift()!.slice(2).trimStart());
      return early.join("\n");
    },
    async secure(by): Promise<Tls> {
      const text = next("TLS:", by);
      const along: string[] = [];
      while (left[0]?.startsWith("TLS+:")) along.push(left.shift()!.slice(5).trimStart());
      try {
        return handshakeFrom(text, along);
      } catch (error) {
        throw error instanceof SyntaxError ? stray(`${error.message}: ${text}`) : error;
      }
    },
    close() {},
  };
}
