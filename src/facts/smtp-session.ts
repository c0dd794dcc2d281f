import { bounds } from "../bounds.js";
import { absent, type Absent, type Cause, defineFact, isAbsent, type Tools } from "../fact.js";
import { transcript } from "../exhibit.js";
import { NetError, type Reply, type SmtpSession, type Step } from "../net/net.js";
import { rangeName } from "../syntax/address.js";
import { isTransient, replyText } from "../syntax/smtp-reply.js";
import { obstacle } from "./outbound-25.js";
import { outcomes } from "./outcomes.js";

/**
 * One SMTP session with an address on port 25, as far as it went (RFC 5321 §3). Whatever the checks want to know of a
 * mail service is read from this one; a refused connection is a session that never began. Where port 25 is shut on this
 * side, neither silence nor a refusal comes from the host.
 */
export const smtpSession = defineFact({
  id: "smtp-session",
  of: "address",
  reaches: "smtp",
  deadline: bounds.smtp.total + 2 * bounds.fact,
  async gather({ host, ip }, { smtp, ask }) {
    const place = { host, ip, port: 25 };
    const { learnt, unlearnt } = await outcomes([smtp(place)]);
    const [session, silence] = [learnt[0], unlearnt[0]];
    const doubtful = session?.outcome === "refused" || silence?.code === "timeout" || silence?.code === "unreachable";
    const here = doubtful && !isNear(ip) ? await obstacle(place, { ask }) : undefined;
    if (here) throw here;
    return session ?? Promise.reject(silence!);
  },
});

const near: readonly (string | undefined)[] = ["loopback", "private", "unique-local", "link-local"];

/** What blocks the way to the public network does not stand before the hosts next to us. */
const isNear = (ip: string): boolean => near.includes(rangeName(ip));

export interface Of {
  host: string;
  ip: string;
}

/** The address in words. */
export const at = ({ host, ip }: Of): string => `${host} [${ip}]`;

/** The session as the facts about its parts see it: certainly absent where the port is closed. */
export async function opened(of: Of, { ask }: Pick<Tools, "ask">): Promise<SmtpSession | Absent> {
  const session = await ask(smtpSession, of);
  if (isAbsent(session) || session.outcome === "open") return session;
  return absent(`${at(of)} refuses connections on port 25`);
}

type Part = "greeting" | "hello" | "starttls" | "hello-again";

/** The steps of one part of a session; what is noted of a handshake belongs to STARTTLS. */
export function stepsOf({ steps }: SmtpSession, wanted: Part): Step[] {
  let part: Part | "quit" = "greeting";
  return steps.filter(({ from, text }) => {
    if (from === "client") part = partAfter(part, text);
    return part === wanted;
  });
}

function partAfter(part: Part | "quit", command: string): Part | "quit" {
  if (command === "QUIT") return "quit";
  if (command === "STARTTLS") return "starttls";
  return part === "greeting" || part === "hello" ? "hello" : "hello-again";
}

/** The session ended in the midst of a step, so what comes after is not known; shows how far it went. */
export function broken(session: SmtpSession): NetError {
  const { code, message } = session.broke ?? { code: "reset" as const, message: "the session ended early" };
  return notLearnt(session, code, `${at(session)}: ${message}`, code === "busy" ? later : undefined);
}

/** The server speaks, but not with us or not now: that says nothing about it. */
export function turnedAway(session: SmtpSession, reply: Reply): NetError {
  const text = `${at(session)} answers "${replyText(reply).slice(0, bounds.shown)}"`;
  return notLearnt(session, "busy", text, isTransient(reply) ? later : "try again from another network");
}

const later = "try again in a quarter of an hour";

function notLearnt(session: SmtpSession, code: NetError["code"], text: string, next?: string): NetError {
  const because: Cause = { id: `smtp ${session.ip}`, text, ...(next && { next: [next] }) };
  return new NetError(code, next ? `${text}; ${next}` : text, { because, seen: [transcript(session)] });
}
