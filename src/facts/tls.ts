import { bounds } from "../bounds.js";
import { absent, defineFact, isAbsent } from "../fact.js";
import type { SmtpSession } from "../net/net.js";
import { replyText } from "../syntax/smtp-reply.js";
import { at, broken, opened, stepsOf } from "./smtp-session.js";
import { startTls } from "./starttls.js";

/**
 * How the handshake behind STARTTLS goes. Where the server rejects what senders offer today, a second session offers
 * all we have, to see what the server has: it is `outdated` then, and `failed` where it rejects that too.
 */
export const handshake = defineFact({
  id: "handshake",
  of: "address",
  reaches: "smtp",
  deadline: 2 * bounds.smtp.total,
  async gather(of, tools) {
    const [session, start] = await Promise.all([opened(of, tools), tools.ask(startTls, of)]);
    if (isAbsent(session)) return session;
    if (isAbsent(start)) return start;
    if (start.reply.code !== 220) return absent(`${at(of)} refuses STARTTLS: "${replyText(start.reply)}"`);
    const { host, ip, port } = session;
    const shown = { host, ip, port, steps: stepsOf(session, "starttls") };
    if (session.tls) return { ...shown, outcome: "completed" as const, session };
    const problem = rejection(session);
    if (problem === undefined) throw broken(session);
    const again = await tools.smtp({ host, ip, port, offer: "permissive" });
    if (again.tls) return { ...shown, outcome: "outdated" as const, problem, session: again };
    if (rejection(again) === undefined) throw broken(session);
    return { ...shown, outcome: "failed" as const, problem, session };
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
    const { host, ip, port, steps, session } = shaken;
    if (!session.tls) return absent(`the TLS handshake with ${at(of)} fails`);
    return { host, ip, port, steps, ...session.tls, session };
  },
});

/** Alerts that tell of the moment and not of what the server has (RFC 8446 §6). */
const momentary: readonly string[] = ["close_notify", "user_canceled", "internal_error"];

/** How the server itself rejected the handshake; undefined where it did not, and where that may be another time. */
export function rejection({ broke }: SmtpSession): string | undefined {
  if (broke?.step !== "tls") return undefined;
  if (broke.alert !== undefined) return momentary.includes(broke.alert) ? undefined : `alert ${broke.alert}`;
  return broke.text === undefined || broke.text.startsWith("4") ? undefined : `"${broke.text.trim()}" in place of TLS`;
}
