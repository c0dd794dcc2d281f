import { absent, defineFact, isAbsent } from "../fact.js";
import type { Hello, SmtpSession, Step } from "../net/net.js";
import { isTransient, isUnrecognized } from "../syntax/smtp-reply.js";
import { greeting } from "./greeting.js";
import { at, broken, opened, smtpSession, stepsOf, turnedAway } from "./smtp-session.js";

/** What a mail host can do, as it says in answer to EHLO in the clear (RFC 5321 §4.1.1.1). */
export const hello = defineFact({
  id: "hello",
  of: "address",
  reaches: "smtp",
  deadline: smtpSession.deadline!,
  async gather(of, tools) {
    const [session, greeted] = await Promise.all([opened(of, tools), tools.ask(greeting, of)]);
    if (isAbsent(session)) return session;
    if (isAbsent(greeted)) return greeted;
    if (greeted.code !== 220) return absent(`${at(of)} does not greet as a mail server`);
    return answered(session, session.hello, stepsOf(session, "hello"));
  },
});

/** An answer to EHLO or HELO that speaks of the server: it took the command, or does not know it. */
export function answered(session: SmtpSession, said: Hello | undefined, steps: Step[]) {
  if (!said) throw broken(session);
  const { host, ip, port } = session;
  const accepted = said.reply.code >= 200 && said.reply.code < 300;
  if (isTransient(said.reply) || (!accepted && !isUnrecognized(said.reply))) throw turnedAway(session, said.reply);
  return { host, ip, port, steps, accepted, ...said };
}
