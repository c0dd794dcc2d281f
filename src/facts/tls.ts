import { bounds } from "../bounds.js";
import { absent, defineFact, isAbsent } from "../fact.js";
import type { SmtpSession } from "../net/net.js";
import { replyText } from "../syntax/smtp-reply.js";
import { at, broken, opened, stepsOf } from "./smtp-session.js";
import { startTls } from "./starttls.js";

/**
 * How the handshake behind STARTTLS goes. Where it fails with what senders offer today, another session offers all we
 * have: the server is `old` or `weak` if that helps, and `failed` if it rejects that too.
 */
export const handshake = defineFact({
  id: "handshake",
  of: "address",
  reaches: "smtp",
  deadline: 3 * bounds.smtp.total,
  async gather(of, tools) {
    const [session, start] = await Promise.all([opened(of, tools), tools.ask(startTls, of)]);
    if (isAbsent(session)) return session;
    if (isAbsent(start)) return start;
    if (start.reply.code !== 220) return absent(`${at(of)} refuses STARTTLS: "${replyText(start.reply)}"`);
    const { host, ip, port } = session;
    const shown = { host, ip, port, steps: stepsOf(session, "starttls") };
    if (session.tls) return { ...shown, outcome: "completed" as const, tls: session.tls, session };
    const problem = rejection(session) ?? refusal(session);
    if (problem === undefined) throw broken(session);
    const again = await tools.smtp({ host, ip, port, offer: "permissive" });
    if (!again.tls) {
      if (rejection(session) === undefined || rejection(again) === undefined) throw broken(session);
      return { ...shown, outcome: "failed" as const, problem, session };
    }
    if (!isModern(again.tls.version))
      return { ...shown, outcome: "old" as const, problem, tls: again.tls, session: again };
    // A handshake that may fail at one time and not at another must fail once more before the offer is to blame.
    const once = await tools.smtp({ host, ip, port });
    if ((rejection(once) ?? refusal(once)) !== problem) throw broken(session);
    return { ...shown, outcome: "weak" as const, problem, tls: again.tls, session: again };
  },
});

/** A TLS session as it was set up, whatever it took; absent where none can be. */
export const tls = defineFact({
  id: "tls",
  of: "address",
  reaches: "smtp",
  deadline: handshake.deadline!,
  async gather(of, { ask }) {
    const shaken = await ask(handshake, of);
    if (isAbsent(shaken)) return shaken;
    if (shaken.outcome === "failed") return absent(`the TLS handshake with ${at(of)} fails`);
    const { host, ip, port, steps, outcome, session } = shaken;
    return { host, ip, port, steps, outcome, session, ...shaken.tls };
  },
});

export const isModern = (version: string): boolean => version === "TLSv1.2" || version === "TLSv1.3";

/** Alerts that tell of the moment and not of what the server has (RFC 8446 §6). */
export const momentary: readonly string[] = ["close_notify", "user_canceled", "internal_error"];

/** How the server itself rejected the handshake; undefined where it did not, and where that may be another time. */
export function rejection({ broke }: SmtpSession): string | undefined {
  if (broke?.step !== "tls") return undefined;
  if (broke.alert !== undefined) return momentary.includes(broke.alert) ? undefined : `alert ${broke.alert}`;
  return broke.text === undefined || broke.text.startsWith("4") ? undefined : `"${broke.text.trim()}" in place of TLS`;
}

/** How our own TLS would not go on with what the server has. */
const refusal = ({ broke }: SmtpSession): string | undefined =>
  broke?.step === "tls" && broke.code === "tls" && broke.alert === undefined && broke.text === undefined
    ? broke.message
    : undefined;
