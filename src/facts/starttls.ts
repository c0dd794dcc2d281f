import { absent, defineFact, isAbsent } from "../fact.js";
import { isAboutClient, isTransient } from "../syntax/smtp-reply.js";
import { hello } from "./hello.js";
import { at, broken, opened, smtpSession, stepsOf, turnedAway } from "./smtp-session.js";

/** The answer to STARTTLS, and plain text that came behind it (RFC 3207 §4); absent where it is not offered. */
export const startTls = defineFact({
  id: "starttls",
  of: "address",
  reaches: "smtp",
  deadline: smtpSession.deadline!,
  async gather(of, tools) {
    const [session, greeted] = await Promise.all([opened(of, tools), tools.ask(hello, of)]);
    if (isAbsent(session)) return session;
    if (isAbsent(greeted)) return greeted;
    if (!("STARTTLS" in greeted.keywords)) return absent(`${at(of)} does not offer STARTTLS`);
    const { host, ip, port, starttls: reply, early } = session;
    if (!reply) throw broken(session);
    if (isTransient(reply) || (reply.code >= 500 && isAboutClient(reply))) throw turnedAway(session, reply);
    const steps = stepsOf(session, "starttls");
    return { host, ip, port, steps, reply, ...(early !== undefined && { early }) };
  },
});
