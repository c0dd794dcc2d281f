import type { RecordType } from "../../syntax/record.js";
import type { NetError } from "../net.js";
import { Attempt } from "./attempt.js";
import { type Failure, judge, type Step, unreadable } from "./answer.js";
import { rcodes } from "./codes.js";
import { readMessage, writeQuery } from "./message.js";
import { wireName } from "./name.js";
import type { Patience, Server } from "./server.js";
import { unanswered, failed } from "./unanswered.js";

export interface Question {
  name: string;
  type: RecordType;
  cd: boolean;
  /** Asked of an authority, without recursion, and not of resolvers. */
  authority: boolean;
  /** Asked with DO, so that signatures come along. */
  dnssec?: boolean;
}

/** What this question knows of one of its servers. */
export interface Side {
  server: Server;
  tries: number;
  /** Ways out on which an answer may still come. */
  open: number;
  failures: number;
  failure?: Failure;
  /** EDNS is left out: the server did not understand it, or may not have. */
  plain?: "refused" | "guessed";
  /** Attempts over TCP, after an answer cut short. */
  tcp: number;
}

/** Milliseconds before a server that failed is asked again. */
const pause = 200;
const attemptsOverTcp = 2;

/**
 * One question on its way: asked again when nothing comes, of the next server when one fails, over TCP when the answer is
 * cut short, without EDNS when that is not understood; all within one deadline. Whatever is not the answer is passed
 * over and waiting goes on, so that nobody can end it with a forged datagram.
 */
export class Query {
  readonly question: Question;
  readonly promise: Promise<Step>;
  /** How many wait for it and may give up. */
  waiting = 0;
  readonly sides: Side[];
  readonly name: Buffer;
  began = 0;
  tries = 0;
  /** Datagrams that came instead of the answer. */
  strays = 0;
  garbled: { server: Server; text: string } | undefined;
  unreachable: string | undefined;
  readonly #patience: Patience;
  readonly #over: (query: Query, step?: Step) => void;
  #resolve!: (step: Step) => void;
  #reject!: (error: NetError) => void;
  readonly #out: Attempt[] = [];
  #notes: string[] | undefined;
  #next = 0;
  #wait = 0;
  #done = false;

  /** `over` is called as soon as it has ended, with the answer if there is one. */
  constructor(
    question: Question,
    servers: readonly Server[],
    patience: Patience,
    over: (query: Query, step?: Step) => void,
  ) {
    this.question = question;
    this.name = wireName(question.name);
    this.sides = servers.map((server) => ({ server, tries: 0, open: 0, failures: 0, tcp: 0 }));
    this.#patience = patience;
    this.#over = over;
    this.promise = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
  }

  start(now: number): void {
    this.began = now;
    this.#wait = this.sides[0]!.server.firstWait(this.#patience.firstWait);
    this.#try(this.sides[0]!, now);
  }

  /** Called every few milliseconds. True when a try has just gone unanswered. */
  tick(now: number): boolean {
    if (now >= this.began + this.#patience.total) {
      this.cancel(unanswered(this, now));
      return true;
    }
    if (now < this.#due()) return false;
    const side = this.#pick();
    this.#wait *= 2;
    if (side && this.tries < this.#most) this.#try(side, now);
    else if (this.hopes && !this.garbled) this.#next = Infinity;
    else this.cancel(unanswered(this, now));
    return true;
  }

  /** When the next try is due. Of the first burst nothing was known yet; what its answers show of the server counts. */
  #due(): number {
    if (this.tries > 1) return this.#next;
    this.#wait = Math.min(this.#wait, this.sides[0]!.server.firstWait(this.#patience.firstWait));
    return Math.min(this.#next, this.began + this.#wait);
  }

  /** Ends it without an answer. */
  cancel(error: NetError): void {
    if (!this.#end()) return;
    this.#over(this);
    this.#reject(error);
  }

  /** An answer may still come on some way. */
  get hopes(): boolean {
    return this.sides.some(({ open }) => open > 0);
  }

  get #most(): number {
    return Math.max(this.#patience.tries, this.sides.length);
  }

  /** The server to ask next: one that has not failed, the one asked least. */
  #pick(): Side | undefined {
    const able = this.sides.filter(({ failures, failure, tcp }) => tcp === 0 && failures < (failure?.again ? 2 : 1));
    return able.sort((a, b) => a.failures - b.failures || a.tries - b.tries)[0];
  }

  #try(side: Side, now: number): void {
    this.tries++;
    side.tries++;
    if (side.tries > 2 && side.server.edns === undefined) side.plain ??= "guessed";
    this.#next = now + this.#wait;
    this.#send(side, now, false);
  }

  #send(side: Side, now: number, overTcp: boolean): void {
    const { type, cd, authority, dnssec = false } = this.question;
    const edns = side.plain === undefined && side.server.edns !== "no";
    const packet = writeQuery(this.name, type, { rd: !authority, cd, edns, dnssec });
    const attempt = new Attempt(this, side, packet, edns, now, overTcp);
    side.open++;
    this.#out.push(attempt);
    if (overTcp) side.server.tcp.send(packet, attempt);
    else side.server.udp.send(packet, attempt, now, !side.server.heard);
  }

  /** A response to just this question came. True when its way has nothing more to give. */
  hear({ side, edns, overTcp }: Attempt, bytes: Buffer): boolean {
    const read = readMessage(bytes);
    if (!read.ok) return this.#misread(side, unreadable(read.error, read.at), overTcp);
    const { message } = read;
    const { rcode } = message;
    if (edns && (rcode === rcodes.formErr || rcode === rcodes.notImp || rcode === rcodes.badVers)) {
      settled(side);
      if (side.plain === undefined) {
        side.plain = "refused";
        this.#send(side, performance.now(), overTcp);
      }
      return true;
    }
    side.server.answered(edns, side.plain === "refused");
    if (message.tc && (rcode === rcodes.noError || rcode === rcodes.nxDomain)) {
      settled(side);
      if (overTcp) this.#fail(side, { code: "malformed", text: "an answer cut short even over TCP" });
      else if (side.tcp === 0) this.#connect(side);
      return true;
    }
    const judged = judge(message, this.question, side.server.name);
    if (!("failure" in judged)) this.#succeed(side, judged, edns, overTcp);
    else if (judged.failure.code === "malformed") return this.#misread(side, judged.failure.text, overTcp);
    else this.#fail(side, judged.failure);
    return true;
  }

  /** A datagram that cannot be meant may be forged, so the right one may still come; over TCP it is the server's. */
  #misread(side: Side, text: string, overTcp: boolean): boolean {
    if (overTcp) this.#fail(side, { code: "malformed", text });
    else this.garbled = { server: side.server, text };
    return overTcp;
  }

  #connect(side: Side): void {
    side.tcp++;
    if (this.sides.length === 1) this.#next = Infinity;
    this.#send(side, performance.now(), true);
  }

  #succeed({ plain }: Side, step: Step, edns: boolean, overTcp: boolean): void {
    if (!this.#end()) return;
    const notes = this.#notes ?? [];
    if (overTcp) notes.push("asked again over TCP");
    if (!edns && plain !== undefined) notes.push("answered without EDNS only");
    const whole = notes.length > 0 ? { ...step, notes: [...step.notes, ...notes] } : step;
    this.#over(this, whole);
    this.#resolve(whole);
  }

  #fail(side: Side, failure: Failure): void {
    if (this.#done) return;
    side.failure = failure;
    side.failures++;
    side.open = 0;
    (this.#notes ??= []).push(`${failure.text} from ${side.server.name} before`);
    const now = performance.now();
    const next = this.tries < this.#most ? this.#pick() : undefined;
    if (next && next.tries === 0) this.#try(next, now);
    else if (next) this.#next = Math.min(this.#next, now + pause);
    else if (!this.hopes) this.cancel(failed(this, side.server, failure));
  }

  lose({ side, overTcp }: Attempt, error: Error): void {
    if (this.#done) return;
    settled(side);
    const refused = (error as NodeJS.ErrnoException).code === "ECONNREFUSED";
    if (!overTcp) {
      this.unreachable = refused ? "nothing listens there" : error.message;
      if (!this.hopes) this.#next = Math.min(this.#next, performance.now() + pause);
    } else if (side.tcp < attemptsOverTcp && !refused) this.#connect(side);
    else this.#fail(side, { code: "reset", text: `an answer cut short, and no more over TCP: ${error.message}` });
  }

  #end(): boolean {
    if (this.#done) return false;
    this.#done = true;
    for (const attempt of this.#out) attempt.ids?.forget(attempt);
    return true;
  }
}

/** One way less on which an answer may come. */
function settled(side: Side): void {
  if (side.open > 0) side.open--;
}
