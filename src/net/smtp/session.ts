import { bounds } from "../../bounds.js";
import { type Break, type Hello, NetError, type Reply, type SmtpPlace, type SmtpSession, type Step } from "../net.js";
import { isOld, keywordsOf, readReply } from "./reply.js";
import type { Wire } from "./wire.js";

/** The name given in EHLO when this machine has none of its own: never resolvable, never a claim (RFC 2606). */
const ourName = "mailworthy.invalid";

/** How long each part may take, in milliseconds; `total` for all of it. They are our budget, not what RFC 5321 allows. */
export type Patience = Record<"connect" | "greeting" | "step" | "total", number>;

export interface Manners {
  /** The name given in EHLO. */
  name?: string | undefined;
  patience?: Patience | undefined;
}

/**
 * One polite session: the whole greeting, EHLO, STARTTLS when offered, EHLO again, QUIT without waiting for its answer.
 * Nothing is pipelined and no mail is sent. Whatever goes wrong on the way ends the session and is part of it.
 */
export async function converse(wire: Wire, place: SmtpPlace, manners: Manners = {}): Promise<SmtpSession> {
  const { name = ourName, patience = bounds.smtp } = manners;
  const { host, ip, port } = place;
  const steps: Step[] = [];
  const session: SmtpSession = { host, ip, port, outcome: "open", steps };
  const note = (from: Step["from"], text: string): void =>
    void steps.push({ at: Math.round(wire.elapsed()), from, text });
  const remarks = new Set<string>();
  let at: Break["step"] = "greeting";
  try {
    if (place.implicit) await secure();
    at = "greeting";
    session.greeting = await reply(patience.greeting);
    session.greetingTook = Math.round(wire.elapsed());
    if (session.greeting.code !== 220) return quit();
    at = "hello";
    session.hello = await greet();
    if (place.implicit || !("STARTTLS" in session.hello.keywords)) return quit();
    at = "starttls";
    say("STARTTLS");
    session.starttls = await reply(patience.step);
    if (session.starttls.code !== 220) return quit();
    const early = wire.unread();
    if (early) {
      session.early = early.slice(0, bounds.shown);
      note("note", "plain text after the answer to STARTTLS, dropped");
    }
    await secure();
    at = "hello-again";
    session.helloAgain = await greet();
    return quit();
  } catch (error) {
    if (!(error instanceof NetError)) throw error;
    session.broke = { step: at, code: error.code, message: error.message, ...error.said };
    note("note", error.message);
    return session;
  } finally {
    wire.close();
  }

  async function secure(): Promise<void> {
    at = "tls";
    session.tls = await wire.secure(by(bounds.tls.handshake));
    note("note", `${session.tls.version}, ${session.tls.cipher}`);
  }

  async function greet(): Promise<Hello> {
    say(`EHLO ${name}`);
    const first = await reply(patience.step);
    if (!isOld(first)) return { verb: "EHLO", reply: first, keywords: keywordsOf(first) };
    say(`HELO ${name}`); // RFC 5321 §3.2
    return { verb: "HELO", reply: await reply(patience.step), keywords: {} };
  }

  function quit(): SmtpSession {
    say("QUIT");
    return session;
  }

  function say(line: string): void {
    const unasked = wire.unread();
    // RFC 5321 §3.8: a 421 may come at any time, and is then all that will come.
    if (/^421\b/.test(unasked)) throw new NetError("busy", unasked.trimEnd().slice(0, bounds.shown));
    if (unasked) remark(`what the server said unasked was dropped: ${unasked.trimEnd().slice(0, bounds.shown)}`);
    note("client", line);
    wire.write(line);
  }

  function reply(within: number): Promise<Reply> {
    return readReply(wire, by(within), { line: (text) => note("server", text), remark });
  }

  function by(within: number): number {
    return Math.min(wire.elapsed() + within, patience.total);
  }

  /** Something odd that changes nothing, noted once. */
  function remark(text: string): void {
    if (!remarks.has(text)) note("note", text);
    remarks.add(text);
  }
}
