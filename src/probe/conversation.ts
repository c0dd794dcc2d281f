import { bounds } from "../bounds.js";
import type { ProbeStep } from "../data/probe-steps.js";
import { NetError, type Reply, type Tls } from "../net/net.js";
import { readReply } from "../net/smtp/reply.js";
import type { SocketWire } from "../net/smtp/socket-wire.js";
import type { Veil } from "./veil.js";

/** One thing that happened, in the order of a transcript; no secret is in it. */
export interface Turn {
  /** Milliseconds from the connection; and since what it answers. */
  at: number;
  took?: number;
  step: ProbeStep;
  from: "server" | "client" | "note";
  /** Lines as they went over the wire, one char an octet; of a note, its words. */
  lines: string[];
}

/** Says lines and reads answers, writes both down with their times, and keeps to the deadlines. */
export class Conversation {
  readonly turns: Turn[] = [];
  /** The step that is under way. */
  step: ProbeStep = "connect";
  readonly #wire: SocketWire;
  readonly #veil: Veil;
  readonly #total: number;
  readonly #remarks = new Set<string>();
  #asked = 0;

  /** `total`: milliseconds for all of it. */
  constructor(wire: SocketWire, veil: Veil, total: number) {
    this.#wire = wire;
    this.#veil = veil;
    this.#total = total;
  }

  note(text: string, took?: number): void {
    this.#turn("note", [text], took);
  }

  /** Something odd that changes nothing, noted once. */
  remark(text: string): void {
    if (!this.#remarks.has(text)) this.note(text);
    this.#remarks.add(text);
  }

  /** Says a line, in UTF-8; `shown` stands for one that holds a secret. What the server said unasked is dropped. */
  say(line: string, shown: string = line): void {
    this.purge();
    if (shown !== line) this.#veil.cover(line);
    this.#turn("client", [shown]);
    this.#write(line);
  }

  /** Says several lines at once (RFC 2920). */
  sayAll(lines: readonly string[]): void {
    this.purge();
    for (const line of lines) {
      this.#turn("client", [line]);
      this.#write(line);
    }
  }

  /** Takes away what came unasked. RFC 5321 §3.8: a 421 may come at any time, and is then all that will come. */
  purge(): void {
    const unasked = this.#wire.unread();
    if (unasked === "") return;
    const shown = this.#veil.cloak(unasked.trimEnd()).slice(0, bounds.shown);
    if (/^421\b/.test(unasked)) throw new NetError("busy", shown);
    this.remark(`what the server said unasked was dropped: ${shown}`);
  }

  /** Plain text that came behind the answer to STARTTLS: it must not count once TLS is there (RFC 3207 §4.2). */
  early(): string | undefined {
    const early = this.#wire.unread();
    if (early === "") return undefined;
    this.note("plain text after the answer to STARTTLS was dropped; who is on the way can put words in there");
    return this.#veil.cloak(early).slice(0, bounds.shown);
  }

  /** The next reply of SMTP or LMTP. */
  async reply(within: number): Promise<Reply> {
    const lines: string[] = [];
    try {
      const reply = await this.#read(within, (text) => void lines.push(this.#veil.cloak(text)));
      return { code: reply.code, lines: reply.lines.map((line) => this.#veil.cloak(line)) };
    } catch (error) {
      throw this.#cloakedError(error);
    } finally {
      if (lines.length > 0) this.#turn("server", lines, this.#since());
    }
  }

  /** The next reply within a login; a challenge is given as it came, and shown only where `readable`. */
  async challenge(within: number, readable: boolean): Promise<Reply> {
    try {
      const reply = await this.#read(within, () => {});
      if (reply.code !== 334) {
        const lines = reply.lines.map((line) => this.#veil.cloak(line));
        this.#turn(
          "server",
          lines.map((line) => `${reply.code} ${line}`),
          this.#since(),
        );
        return { code: reply.code, lines };
      }
      const text = Buffer.from(reply.lines.join(""), "base64").toString("latin1").slice(0, bounds.shown);
      this.#turn("server", [`334 (${readable ? this.#veil.cloak(text) : "a challenge"})`], this.#since());
      return reply;
    } catch (error) {
      throw this.#cloakedError(error);
    }
  }

  /** Something that was made of a secret, and must not be seen either. */
  cover(secret: string): void {
    this.#veil.cover(secret);
  }

  /** Lines of another protocol up to one that ends the answer; at most as many as a reply may have. */
  async lines(within: number, isLast: (line: string) => boolean): Promise<string[]> {
    const until = this.by(within);
    const lines: string[] = [];
    let size = 0;
    try {
      for (;;) {
        const { text, bare } = await this.#wire.read(until);
        if (bare) this.remark("the server ends lines with LF alone");
        lines.push(this.#veil.cloak(text));
        size += text.length;
        if (isLast(text)) return lines;
        if (lines.length >= bounds.smtp.replyLines || size > bounds.smtp.reply)
          throw new NetError("limit", "an answer without an end");
      }
    } catch (error) {
      throw this.#cloakedError(error);
    } finally {
      if (lines.length > 0) this.#turn("server", lines, this.#since());
    }
  }

  /** TLS on the connection, and the milliseconds that it took. */
  async secure(): Promise<{ tls: Tls; took: number }> {
    const began = this.#wire.elapsed();
    const tls = await this.#wire.secure(this.by(bounds.tls.handshake)).catch((error: unknown) => {
      throw this.#cloakedError(error);
    });
    this.#asked = this.#wire.elapsed();
    return { tls, took: this.#asked - began };
  }

  /** Octets of a message; `shown` says what they are. */
  async send(octets: Uint8Array, shown: string): Promise<void> {
    this.#turn("client", [shown]);
    await this.#wire.send(octets, this.by(bounds.probe.message));
    this.#asked = this.#wire.elapsed();
  }

  elapsed(): number {
    return this.#wire.elapsed();
  }

  by(within: number): number {
    return Math.min(this.#wire.elapsed() + within, this.#total);
  }

  close(): void {
    this.#wire.close();
  }

  #read(within: number, line: (text: string) => void): Promise<Reply> {
    return readReply(this.#wire, this.by(within), { line, remark: (text) => this.remark(text) });
  }

  #write(line: string): void {
    this.#asked = this.#wire.elapsed();
    this.#wire.write(Buffer.from(line, "utf8").toString("latin1"));
  }

  #since(): number {
    return this.#wire.elapsed() - this.#asked;
  }

  #turn(from: Turn["from"], lines: string[], took?: number): void {
    const times = { at: Math.round(this.#wire.elapsed()), ...(took !== undefined && { took: Math.round(took) }) };
    this.turns.push({ ...times, step: this.step, from, lines });
  }

  /** What a failure quotes may hold what was heard from us. */
  #cloakedError(error: unknown): unknown {
    if (!(error instanceof NetError)) return error;
    const { code, message, because, said } = error;
    const text = said?.text === undefined ? {} : { text: this.#veil.cloak(said.text) };
    return new NetError(code, this.#veil.cloak(message), {
      ...(because && { because }),
      ...(said && { said: { ...said, ...text } }),
    });
  }
}
