import { defineFact, isAbsent } from "../fact.js";
import type { Hello, SmtpSession, Step } from "../net/net.js";
import { isUnrecognized } from "../syntax/smtp-reply.js";
import { banner } from "./banner.js";
import { broken, opened, smtpSession, stepsOf, turnedAway } from "./smtp-session.js";

/** What a mail host can do, as it says in answer to EHLO in the clear (RFC 5321 §4.1.1.1). */
export const hello = defineFact({
  id: "hello",
  of: "address",
  reaches: "smtp",
  deadline: smtpSession.deadline!,
  async gather(of, tools) {
    const [session, greeted] = await Promise.all([opened(of, tools), tools.ask(banner, of)]);
    if (isAbsent(session)) return session;
    if (isAbsent(greeted)) return greeted;
    return answered(session, session.hello, stepsOf(session, "hello"));
  },
});

/**
 * An answer to EHLO, or to HELO after it, that speaks of the server: it took the command, or does not know it. Where it
 * finds fault with our name or our address nothing is learnt.
 */
export function answered(session: SmtpSession, said: Hello | undefined, steps: Step[]) {
  if (!said) throw broken(session);
  const { host, ip, port } = session;
  const [first = ""] = steps.filter(({ from }) => from === "server").map(({ text }) => text);
  const toEhlo = { code: Number(first.slice(0, 3)), lines: [first.slice(4)] };
  if (said.verb === "HELO" && !isUnrecognized(toEhlo)) throw turnedAway(session, toEhlo); // RFC 5321 §3.2
  const accepted = said.reply.code >= 200 && said.reply.code < 300;
  if (!accepted && !isUnrecognized(said.reply)) throw turnedAway(session, said.reply);
  return { host, ip, port, steps, accepted, ...said };
}
