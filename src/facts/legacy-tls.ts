import { bounds } from "../bounds.js";
import { absent, defineFact, isAbsent } from "../fact.js";
import type { SmtpSession } from "../net/net.js";
import { at, broken, stepsOf, turnedAway } from "./smtp-session.js";
import { rejection, tls } from "./tls.js";

/**
 * Whether a mail host that has a modern version still takes TLS 1.0 or 1.1 (RFC 8996), seen in a session of its own
 * that offers nothing newer.
 */
export const legacyTls = defineFact({
  id: "legacy-tls",
  of: "address",
  reaches: "smtp",
  deadline: tls.deadline! + bounds.smtp.total,
  async gather(of, { ask, smtp }) {
    const modern = await ask(tls, of);
    if (isAbsent(modern)) return modern;
    if (modern.outcome !== "completed") return absent(`${at(of)} completes no handshake of today`);
    const { host, ip, port } = modern;
    const session = await smtp({ host, ip, port, offer: "legacy" });
    const steps = stepsOf(session, "starttls");
    if (session.tls) return { host, ip, port, steps, accepted: session.tls.version };
    if (isRefusal(session)) return { host, ip, port, steps };
    const reply = session.starttls ?? session.hello?.reply ?? session.greeting;
    throw reply && !session.broke && reply.code >= 400 ? turnedAway(session, reply) : broken(session);
  },
});

/** Some servers hang up where others send an alert; after a handshake that worked a moment ago, that is a no as well. */
const isRefusal = (session: SmtpSession): boolean =>
  rejection(session) !== undefined || (session.broke?.step === "tls" && session.broke.code === "reset");
