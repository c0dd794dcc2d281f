import { bounds } from "../../bounds.js";
import { type Hello, NetError, type Reply, type SmtpPlace, type SmtpSession, type Step } from "../net.js";
import type { Wire } from "./wire.js";

type At = NonNullable<SmtpSession["broke"]>["step"];

/** The name given in EHLO when this machine has none of its own: never resolvable, never a claim (RFC 2606). */
const ourName = "mailworthy.invalid";

/**
 * One polite session: the whole greeting, EHLO, STARTTLS when offered, EHLO again, QUIT without waiting for its answer.
 * Nothing is pipelined and no mail is sent. Whatever goes wrong on the way ends the session and is part of it.
 */
export async function converse(wire: Wire, place: SmtpPlace, name: string = ourName): Promise<SmtpSession> {
  const { host, ip, port } = place;
  const steps: Step[] = [];
  const session: SmtpSession = { host, ip, port, outcome: "open", steps };
  const note = (from: Step["from"], text: string): void =>
    void steps.push({ at: Math.round(wire.elapsed()), from, text });
  let at: At = "greeting";
  try {
    if (place.implicit) await secure("tls");
    at = "greeting";
    session.greeting = await reply(bounds.smtp.greeting);
    session.greetingTook = Math.round(wire.elapsed());
    if (session.greeting.code !== 220) return await quit();
    at = "hello";
    const hello = await greet();
    session.hello = hello;
    if (place.implicit || !("STARTTLS" in hello.keywords)) return await quit();
    at = "starttls";
    await say("STARTTLS");
    session.starttls = await reply();
    if (session.starttls.code !== 220) return await quit();
    const early = wire.unread();
    if (early) {
      session.early = early.slice(0, bounds.shown);
      note("note", "plain text after the answer to STARTTLS, dropped");
    }
    await secure("tls");
    at = "hello-again";
    session.helloAgain = await greet();
    return await quit();
  } catch (error) {
    if (!(error instanceof NetError)) throw error;
    session.broke = { step: at, code: error.code, message: error.message };
    note("note", error.message);
    return session;
  } finally {
    wire.close();
  }

  async function secure(step: At): Promise<void> {
    at = step;
    session.tls = await wire.secure();
    note("note", `${session.tls.version}, ${session.tls.cipher}`);
  }

  async function greet(): Promise<Hello> {
    await say(`EHLO ${name}`);
    const first = await reply();
    if (first.code < 500 || first.code > 502) return { verb: "EHLO", reply: first, keywords: keywordsOf(first) };
    await say(`HELO ${name}`); // RFC 5321 §3.2
    return { verb: "HELO", reply: await reply(), keywords: {} };
  }

  async function quit(): Promise<SmtpSession> {
    await say("QUIT").catch(() => {});
    return session;
  }

  async function say(line: string): Promise<void> {
    note("client", line);
    await wire.write(line);
  }

  async function reply(within: number = bounds.smtp.step): Promise<Reply> {
    const lines: string[] = [];
    let size = 0;
    for (;;) {
      const line = await wire.read(within);
      note("server", line);
      const [, code, mark = " ", text = ""] = /^(\d{3})(?:([ -])(.*))?$/s.exec(line) ?? [];
      if (code === undefined) throw new NetError("malformed", `not an SMTP reply: ${line.slice(0, bounds.shown)}`);
      lines.push(text);
      size += line.length;
      if (mark === " ") return { code: Number(code), lines };
      if (lines.length >= bounds.smtp.replyLines || size > bounds.smtp.reply)
        throw new NetError("limit", "a reply without an end");
    }
  }
}

/** The keywords of an EHLO reply; its first line is the host's own name (RFC 5321 §4.1.1.1). */
function keywordsOf({ code, lines }: Reply): Record<string, string> {
  if (code !== 250) return {};
  return Object.fromEntries(
    lines.slice(1).map((line) => {
      const [keyword = "", ...parameters] = line.trim().split(/[ =]+/); // some servers write AUTH=LOGIN
      return [keyword.toUpperCase(), parameters.join(" ")];
    }),
  );
}
