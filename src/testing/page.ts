import { problemOf } from "../net/https.js";
import { type HttpsAnswer, NetError } from "../net/net.js";
import { handshakeFrom } from "./tls-line.js";

/**
 * What a URL answers, as text. A body by itself is served with status 200, as `text/plain`, under a certificate that is
 * right for its host. Else a head stands before the body, an empty line between them:
 *
 *     HTTP 301
 *     location: https://example.com/elsewhere
 *     TLS: mta-sts.example.com until 2025-12-30
 *
 * | line | |
 * |---|---|
 * | `HTTP 200` | the status; begins the head |
 * | `name: value` | a header |
 * | `TLS:`, `TLS+:` | the certificate, and those sent along, in the words of a transcript (see `dialogue`) |
 * | `PEM:`, `PEM+:` | the certificates that the body holds, likewise; `PEM: -` for a body that holds none |
 * | `!cut` | the body goes on past what is taken |
 *
 * In place of all that: `!404` or another status alone, `!refused`, `!alert NAME` for a handshake that the server
 * rejects, and `!timeout`, as where nothing is written.
 */
export function pageFrom(text: string | undefined, url: string, now: number): HttpsAnswer {
  const host = URL.canParse(url) ? new URL(url).hostname : url;
  const [, ending, detail] = /^\s*!(timeout|refused|alert|\d{3})(?: +(\w+))?\s*$/.exec(text ?? "!timeout") ?? [];
  if (ending === "timeout") throw new NetError("timeout", `no answer from ${url}`);
  if (ending === "refused")
    throw new NetError("unreachable", `${host} refuses connections`, { said: { refused: true } });
  if (ending === "alert") handshakeFrom(`!alert ${detail ?? ""}`, []);
  const { head, body } = ending === undefined ? parted(text ?? "") : { head: [`HTTP ${ending}`], body: "" };

  const behind = (mark: string): string[] =>
    head.filter((line) => line.startsWith(mark)).map((line) => line.slice(mark.length).trim());
  const [shown] = behind("TLS:");
  const tls = handshakeFrom(shown ?? `${host} until 9999-12-31`, behind("TLS+:"));
  const problem = problemOf(tls, host, now);
  const [held] = behind("PEM:");
  const { chain, trust } = handshakeFrom(held ?? "-", behind("PEM+:"));
  return {
    url,
    ip: "192.0.2.80",
    status: Number(/^HTTP (\d{3})$/.exec(head[0] ?? "HTTP 200")?.[1]),
    headers: headersOf(head),
    body: Buffer.from(body).toString("latin1"),
    cut: head.includes("!cut"),
    tls,
    ...(problem !== undefined && { problem }),
    ...(held !== undefined && { certificates: { chain: held === "-" ? [] : chain, trust } }),
  };
}

/** The lines of the head, none where the text is a body by itself. */
function parted(text: string): { head: string[]; body: string } {
  const lines = text.trimStart().split("\n");
  if (!/^HTTP \d{3}\s*$/.test(lines[0]!)) return { head: [], body: text };
  const end = lines.findIndex((line) => line.trim() === "");
  const head = lines.slice(0, end < 0 ? lines.length : end).map((line) => line.trim());
  const odd = head.slice(1).find((line) => !/^(?:(?:TLS|PEM)\+?:|[a-z0-9-]+:|!cut$)/.test(line));
  if (odd !== undefined) throw new SyntaxError(`not a line of a head: ${odd}`);
  return { head, body: end < 0 ? "" : lines.slice(end + 1).join("\n") };
}

function headersOf(head: readonly string[]): Record<string, string> {
  const found = head.flatMap((line) => {
    const [, name, value] = /^([a-z0-9-]+):\s*(.*)$/.exec(line) ?? [];
    return name === undefined ? [] : [[name, value!] as const];
  });
  return { "content-type": "text/plain", ...Object.fromEntries(found) };
}
