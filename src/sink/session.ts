import type { Socket } from "node:net";
import { type SecureContext, TLSSocket } from "node:tls";
import { bounds } from "../bounds.js";
import { parseCommandLine, type PathLine, parsePathLine, reversePathOf } from "./command-line.js";
import type { Mail } from "./mail.js";
import { Transfer } from "./transfer.js";

/** What a session needs of the server it is a part of. */
export interface Host {
  name: string;
  /** What it shows when a client asks for TLS. */
  secure(): SecureContext;
  /** Whether it takes a further message. */
  readonly open: boolean;
  /** Whether there is memory for so many more octets; then they are counted. */
  room(octets: number): boolean;
  /** Memory that is free again. */
  release(octets: number): void;
  /** Takes a message over, with the memory it has; gives the name it is known by. */
  take(mail: Mail, taken: number): string;
  /** What did not go well, in a line. */
  remark(text: string): void;
  /** Milliseconds for the next octet of a client, and for all that it does. */
  patience: Record<"idle" | "total", number>;
}

interface Transaction {
  mailFrom: string;
  recipients: number;
}

/** The largest message that is judged. */
const most = bounds.message.size;

/** One client, from the greeting to the end: an ESMTP server that takes mail and passes none on (RFC 5321). */
export class Session {
  readonly #host: Host;
  readonly #ip: string;
  readonly #total: ReturnType<typeof setTimeout>;
  #socket: Socket;
  #idle: ReturnType<typeof setTimeout> | undefined;
  #line = "";
  #faults = 0;
  #helo: string | undefined;
  #transaction: Transaction | undefined;
  #transfer: Transfer | undefined;
  /** Nothing more is read: it ends, or TLS is to come. */
  #deaf = false;
  readonly #hear = (chunk: Buffer): void => this.#read(chunk);

  constructor(socket: Socket, host: Host) {
    this.#socket = socket;
    this.#host = host;
    this.#ip = (socket.remoteAddress ?? "").replace(/^::ffff:(?=\d+\.)/i, "").replace(/%.*$/, "");
    const { total } = host.patience;
    this.#total = setTimeout(() => this.#late(total), total);
    this.#listen(socket);
    socket.once("close", () => this.#closed());
    this.#reply(`220 ${host.name} ESMTP mailworthy sink; takes mail to judge it, and passes none on`);
  }

  /** Sends the client away. */
  end(): void {
    if (this.#deaf) this.#socket.destroy();
    else this.#leave("421 4.3.2 the sink ends");
  }

  #listen(socket: Socket): void {
    socket.on("error", () => socket.destroy());
    socket.on("drain", () => socket.resume());
    socket.on("data", this.#hear);
    this.#wait();
  }

  #wait(): void {
    clearTimeout(this.#idle);
    const { idle } = this.#host.patience;
    this.#idle = setTimeout(() => this.#late(idle), idle);
  }

  #late(after: number): void {
    this.#host.remark(`${this.#ip} is sent away: not done after ${after / 1000} s`);
    if (this.#deaf) this.#socket.destroy();
    else this.#leave("421 4.4.2 too slow");
  }

  #closed(): void {
    clearTimeout(this.#idle);
    clearTimeout(this.#total);
    if (this.#transfer === undefined) return;
    if (!this.#deaf) this.#host.remark(`${this.#ip} left in the middle of a message`);
    this.#host.release(this.#transfer.taken);
    this.#transfer = undefined;
  }

  /** A client that does not read its replies is not read either. */
  #reply(...lines: string[]): void {
    if (!this.#socket.write(lines.map((line) => `${line}\r\n`).join(""))) this.#socket.pause();
  }

  #leave(reply: string): void {
    if (this.#deaf) return;
    this.#deaf = true;
    const socket = this.#socket;
    socket.end(`${reply}\r\n`);
    setTimeout(() => socket.destroy(), bounds.sink.farewell).unref();
  }

  #fault(reply: string): void {
    if (++this.#faults > bounds.sink.faults) this.#leave("421 4.7.0 too many errors");
    else this.#reply(reply);
  }

  #read(chunk: Buffer): void {
    this.#wait();
    let rest = chunk;
    while (rest.length > 0 && !this.#deaf)
      rest = rest.subarray(this.#transfer ? this.#bring(this.#transfer, rest) : this.#command(rest));
  }

  #command(octets: Buffer): number {
    const end = octets.indexOf("\n");
    const used = end < 0 ? octets.length : end + 1;
    this.#line += octets.toString("latin1", 0, Math.min(used, bounds.sink.line + 1));
    if (this.#line.length > bounds.sink.line) this.#leave("500 5.5.2 the line is too long");
    else if (end >= 0) {
      const line = this.#line;
      this.#line = "";
      if (line.endsWith("\r\n")) this.#obey(line.slice(0, -2));
      else this.#fault("500 5.5.2 a line ends with CR and LF"); // RFC 5321 §2.3.8
    }
    return used;
  }

  #obey(line: string): void {
    const { verb, rest } = parseCommandLine(line);
    switch (verb) {
      case "EHLO":
      case "HELO":
        return this.#hello(verb, rest);
      case "STARTTLS":
        return this.#secure(rest);
      case "MAIL":
        return this.#mail(parsePathLine(rest, "FROM"));
      case "RCPT":
        return this.#recipient(parsePathLine(rest, "TO"));
      case "DATA":
        return this.#data(rest);
      case "RSET":
        this.#transaction = undefined;
        return this.#reply("250 2.0.0 forgotten");
      case "NOOP":
        return this.#reply("250 2.0.0 nothing done");
      case "VRFY":
        return this.#reply("252 2.1.5 any recipient is taken, and none is sent to");
      case "HELP":
        return this.#reply("214 2.0.0 takes mail to judge it, and passes none on");
      case "QUIT":
        return this.#leave("221 2.0.0 bye");
      default:
        return this.#fault("502 5.5.1 no such command here");
    }
  }

  #hello(verb: "EHLO" | "HELO", name: string): void {
    if (!/^[!-~]{1,255}$/.test(name)) return this.#fault(`501 5.5.4 ${verb} takes a name`);
    this.#helo = name;
    this.#transaction = undefined;
    if (verb === "HELO") return this.#reply(`250 ${this.#host.name}`);
    const offered = ["PIPELINING", `SIZE ${most}`, "8BITMIME", "ENHANCEDSTATUSCODES"];
    const lines = [this.#host.name, ...offered, ...(this.#secured ? [] : ["STARTTLS"])];
    this.#reply(...lines.map((line) => `250-${line}`), "250 HELP");
  }

  get #secured(): boolean {
    return this.#socket instanceof TLSSocket;
  }

  /** What the client wrote before TLS counts no more, nor what it wrote behind the command (RFC 3207 §4.2). */
  #secure(rest: string): void {
    if (this.#secured) return this.#fault("503 5.5.1 TLS is on already");
    if (rest !== "") return this.#fault("501 5.5.4 STARTTLS takes nothing");
    const plain = this.#socket;
    const secureContext = this.#host.secure();
    this.#deaf = true;
    plain.off("data", this.#hear);
    this.#reply("220 2.0.0 go ahead");
    const socket = new TLSSocket(plain, { isServer: true, secureContext });
    this.#socket = socket;
    this.#helo = undefined;
    this.#transaction = undefined;
    this.#listen(socket);
    socket.once("secure", () => (this.#deaf = false));
    socket.once("close", () => plain.destroy());
  }

  #mail(line: PathLine | undefined): void {
    if (this.#helo === undefined) return this.#fault("503 5.5.1 EHLO first");
    if (this.#transaction) return this.#fault("503 5.5.1 MAIL was given already");
    const mailFrom = line && reversePathOf(line);
    if (line === undefined || mailFrom === undefined) return this.#fault("501 5.1.7 as in MAIL FROM:<ann@example.com>");
    for (const [keyword, value] of line.parameters) {
      if (keyword === "SIZE" && /^\d{1,20}$/.test(value)) {
        if (Number(value) > most) return this.#tooLarge(mailFrom);
      } else if (keyword !== "BODY" || !/^(?:7BIT|8BITMIME)$/i.test(value))
        return this.#fault("555 5.5.4 no such parameter here");
    }
    if (!this.#host.open) return this.#leave("421 4.3.2 the sink ends");
    this.#transaction = { mailFrom, recipients: 0 };
    this.#reply("250 2.1.0 sender taken");
  }

  #recipient(line: PathLine | undefined): void {
    const transaction = this.#transaction;
    if (!transaction) return this.#fault("503 5.5.1 MAIL first");
    if (line === undefined || line.path === "<>") return this.#fault("501 5.1.3 as in RCPT TO:<bob@example.net>");
    if (line.parameters.length > 0) return this.#fault("555 5.5.4 no such parameter here");
    if (transaction.recipients >= bounds.sink.recipients) return this.#reply("452 4.5.3 too many recipients");
    transaction.recipients++;
    this.#reply("250 2.1.5 recipient taken");
  }

  #data(rest: string): void {
    if (rest !== "") return this.#fault("501 5.5.4 DATA takes nothing");
    if (!this.#transaction?.recipients) return this.#fault("503 5.5.1 RCPT first");
    this.#transfer = new Transfer(most, (more) => this.#host.room(more));
    this.#reply("354 go ahead; a dot on a line of its own ends it");
  }

  #bring(transfer: Transfer, octets: Buffer): number {
    const used = transfer.take(octets);
    if (transfer.ended) this.#brought(transfer);
    return used;
  }

  #brought(transfer: Transfer): void {
    const { mailFrom, recipients } = this.#transaction!;
    this.#transfer = undefined;
    this.#transaction = undefined;
    const { refused, taken } = transfer;
    if (refused === undefined && this.#host.open) {
      const [ip, helo, tls] = [this.#ip, this.#helo!, this.#secured];
      const name = this.#host.take({ ip, helo, tls, mailFrom, recipients, octets: transfer.text }, taken);
      return this.#reply(`250 2.0.0 ${name} is judged here, and goes nowhere`);
    }
    this.#host.release(taken);
    if (refused === "size") return this.#tooLarge(mailFrom);
    if (refused === undefined) return this.#leave("421 4.3.2 the sink ends");
    this.#host.remark(`a message of ${mailFrom || "<>"} is put off: too many wait to be judged`);
    this.#reply("452 4.3.1 too many messages wait to be judged");
  }

  #tooLarge(mailFrom: string): void {
    this.#host.remark(`a message of ${mailFrom || "<>"} is refused: it is larger than ${most} bytes`);
    this.#reply(`552 5.3.4 a message of at most ${most} bytes is judged`);
  }
}
