import { defineFact, isAbsent } from "../fact.js";
import { isAboutClient, isNoService, isTransient, replyText } from "../syntax/smtp-reply.js";
import { broken, opened, smtpSession, stepsOf, turnedAway } from "./smtp-session.js";

/**
 * How a mail host opens the session (RFC 5321 §3.1, §4.2): 220, a plain refusal of all mail, or bytes that are no SMTP.
 * A reply that turns this client away is no greeting: it says nothing about the host.
 */
export const greeting = defineFact({
  id: "greeting",
  of: "address",
  reaches: "smtp",
  deadline: smtpSession.deadline!,
  async gather(of, tools) {
    const session = await opened(of, tools);
    if (isAbsent(session)) return session;
    const { host, ip, port, greeting: reply, greetingTook: took = 0, broke } = session;
    const seen = { host, ip, port, took, steps: stepsOf(session, "greeting") };
    if (reply) {
      if (isTransient(reply) || (reply.code >= 500 && !isNoService(reply))) throw turnedAway(session, reply);
      return { ...seen, code: reply.code, text: replyText(reply) };
    }
    const foreign = broke?.step === "greeting" ? broke.text : undefined;
    if (foreign === undefined || isAboutClient({ lines: [foreign] })) throw broken(session);
    return { ...seen, code: null, text: foreign };
  },
});
