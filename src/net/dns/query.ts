import type { RecordType } from "../../syntax/record.js";
import { NetError } from "../net.js";
import { type Failure, type Judged, judge, type Step, unreadable } from "./answer.js";
import { rcodes } from "./codes.js";
import { readMessage, responds, writeQuery } from "./message.js";
import { wireName } from "./name.js";
import type { Patience, Server } from "./server.js";

export interface Question {
  name: string;
  type: RecordType;
  cd: boolean;
  /** Asked of an authority, without recursion, and not of resolvers. */
  authority: boolean;
}

/** What this question knows of one of its servers. */
interface Side {
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
  readonly #sides: Side[];
  readonly #patience: Patience;
  readonly #settle: (outcome: Step | NetError) => void;
  readonly #name: Buffer;
  readonly #calledOff: (() => void)[] = [];
  readonly #notes: string[] = [];
  #began = 0;
  #next = 0;
  #wait = 0;
  #tries = 0;
  #strays = 0;
  #garbled: { server: Server; text: string } | undefined;
  #unreachable: string | undefined;
  #done = false;

  constructor(
    question: Question,
    servers: readonly Server[],
    patience: Patience,
    settle: (outcome: Step | NetError) => void,
  ) {
    this.question = question;
    this.#name = wireName(question.name);
    this.#sides = servers.map((server) => ({ server, tries: 0, open: 0, failures: 0, tcp: 0 }));
    this.#patience = patience;
    this.#settle = settle;
  }

  start(now: number): void {
    this.#began = now;
    this.#wait = this.#sides[0]!.server.firstWait(this.#patience.firstWait);
    this.#try(this.#sides[0]!, now);
  }

  /** Called every few milliseconds. True when a try has just gone unanswered. */
  tick(now: number): boolean {
    if (now >= this.#began + this.#patience.total) {
      this.#end(this.#unanswered(now));
      return true;
    }
    if (now < this.#next) return false;
    const side = this.#pick();
    this.#wait *= 2;
    if (side && this.#tries < this.#most) this.#try(side, now);
    else if (this.#hopes && !this.#garbled) this.#next = Infinity;
    else this.#end(this.#unanswered(now));
    return true;
  }

  cancel(error: NetError): void {
    this.#end(error);
  }

  get #most(): number {
    return Math.max(this.#patience.tries, this.#sides.length);
  }

  get #hopes(): boolean {
    return this.#sides.some(({ open }) => open > 0);
  }

  /** The server to ask next: one that has not failed, the one asked least. */
  #pick(): Side | undefined {
    const able = this.#sides.filter(({ failures, failure, tcp }) => tcp === 0 && failures < (failure?.again ? 2 : 1));
    return able.sort((a, b) => a.failures - b.failures || a.tries - b.tries)[0];
  }

  #try(side: Side, now: number): void {
    this.#tries++;
    side.tries++;
    if (side.tries > 2 && side.server.edns === undefined) side.plain ??= "guessed";
    this.#next = now + this.#wait;
    this.#send(side, now);
  }

  #send(side: Side, now: number): void {
    const { server } = side;
    const edns = side.plain === undefined && server.edns !== "no";
    const packet = this.#packet(edns);
    side.open++;
    const callOff = server.udp.send(
      packet,
      {
        heard: (bytes) => {
          if (!this.#fits(bytes, packet, side)) return false;
          server.took(performance.now() - now);
          return this.#hear(side, bytes, edns);
        },
        lost: (error) => this.#lose(side, error),
      },
      !server.heard,
    );
    this.#calledOff.push(callOff);
  }

  #packet(edns: boolean): Buffer {
    const { type, cd, authority } = this.question;
    return writeQuery(this.#name, type, { rd: !authority, cd, edns });
  }

  #fits(bytes: Buffer, packet: Buffer, side: Side): boolean {
    if (responds(bytes, packet, this.#name.length)) return true;
    this.#strays++;
    // Old servers answer EDNS with a header alone. Anybody can send that: it changes how to ask, and ends nothing.
    if (bytes.length === 12 && (bytes[3]! & 15) === rcodes.formErr) side.plain ??= "guessed";
    return false;
  }

  /** True when the way it came on has nothing more to give. */
  #hear(side: Side, bytes: Buffer, edns: boolean, overTcp = false): boolean {
    const read = readMessage(bytes);
    const { name, type, authority } = this.question;
    if (!read.ok) return this.#misread(side, unreadable(read.error, read.at), overTcp);
    const { message } = read;
    const { rcode } = message;
    if (edns && (rcode === rcodes.formErr || rcode === rcodes.notImp || rcode === rcodes.badVers)) {
      settled(side);
      if (side.plain === undefined) {
        side.plain = "refused";
        this.#send(side, performance.now());
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
    const judged: Judged = judge(message, name, type, authority);
    if ("step" in judged) this.#succeed(side, judged.step, edns, overTcp);
    else if (judged.failure.code === "malformed") return this.#misread(side, judged.failure.text, overTcp);
    else this.#fail(side, judged.failure);
    return true;
  }

  /** A datagram that cannot be meant may be forged, so the right one may still come; over TCP it is the server's. */
  #misread(side: Side, text: string, overTcp: boolean): boolean {
    if (overTcp) this.#fail(side, { code: "malformed", text });
    else this.#garbled = { server: side.server, text };
    return overTcp;
  }

  #connect(side: Side): void {
    side.tcp++;
    side.open++;
    if (this.#sides.length === 1) this.#next = Infinity;
    const edns = side.plain === undefined && side.server.edns !== "no";
    const packet = this.#packet(edns);
    const callOff = side.server.tcp.send(packet, {
      heard: (bytes) => (responds(bytes, packet, this.#name.length) ? this.#hear(side, bytes, edns, true) : false),
      lost: (error) => {
        if (this.#done) return;
        settled(side);
        const refused = (error as NodeJS.ErrnoException).code === "ECONNREFUSED";
        if (side.tcp < attemptsOverTcp && !refused) this.#connect(side);
        else this.#fail(side, { code: "reset", text: `an answer cut short, and no more over TCP: ${error.message}` });
      },
    });
    this.#calledOff.push(callOff);
  }

  #succeed({ server, plain, tcp }: Side, step: Omit<Step, "server">, edns: boolean, overTcp: boolean): void {
    const notes = [
      ...(step.notes ?? []),
      ...this.#notes,
      ...(overTcp && tcp > 0 ? ["asked again over TCP"] : []),
      ...(!edns && plain !== undefined ? ["answered without EDNS only"] : []),
    ];
    this.#end({ ...step, server: server.name, ...(notes.length > 0 && { notes }) });
  }

  #fail(side: Side, failure: Failure): void {
    if (this.#done) return;
    side.failure = failure;
    side.failures++;
    side.open = 0;
    this.#notes.push(`${failure.text} from ${side.server.name} before`);
    const now = performance.now();
    const next = this.#tries < this.#most ? this.#pick() : undefined;
    if (next && next.failures === 0 && next.tries === 0) this.#try(next, now);
    else if (next) this.#next = Math.min(this.#next, now + pause);
    else if (!this.#hopes) this.#end(this.#failed(side));
  }

  #lose(side: Side, error: Error): void {
    if (this.#done) return;
    settled(side);
    const { code } = error as NodeJS.ErrnoException;
    this.#unreachable = code === "ECONNREFUSED" ? "nothing listens there" : error.message;
    if (!this.#hopes) this.#next = Math.min(this.#next, performance.now() + pause);
  }

  #end(outcome: Step | NetError): void {
    if (this.#done) return;
    this.#done = true;
    for (const callOff of this.#calledOff) callOff();
    this.#settle(outcome);
  }

  get #subject(): string {
    return `${this.question.name} ${this.question.type}`;
  }

  #failed({ server, failure }: Side): NetError {
    const { code, text, lame } = failure!;
    return new NetError(code, `${text} from ${server.name} for ${this.#subject}`, {
      because: lame
        ? {
            id: `lame ${server.name} ${this.question.name}`,
            text: `${server.name} is no authority for ${this.question.name}`,
          }
        : this.#because(server.name),
    });
  }

  #because(server: string): { id: string; text: string } {
    const { name, authority } = this.question;
    return {
      id: authority ? `dns ${name} at ${server}` : `dns ${name}`,
      text: `${server} gives no answer for ${name}`,
    };
  }

  /** Why there is no answer, once nothing more is waited for. */
  #unanswered(now: number): NetError {
    const failed = this.#sides.find(({ failure }) => failure !== undefined);
    if (failed) return this.#failed(failed);
    const servers = this.#sides.filter(({ tries }) => tries > 0).map(({ server }) => server);
    const names = servers.map((server) => server.name).join(", ");
    if (this.#garbled) {
      const { server, text } = this.#garbled;
      return new NetError("malformed", `${text}, from ${server.name} for ${this.#subject}`, {
        because: this.#because(server.name),
      });
    }
    const tries = `${this.#tries} ${this.#tries === 1 ? "try" : "tries"}`;
    const took = `${Math.round((now - this.#began) / 100) / 10} s`;
    const strays = this.#strays > 0 ? `, ${this.#strays} other datagrams` : "";
    const cut = this.#sides.some(({ tcp }) => tcp > 0) ? " over TCP, where UDP cut it short," : "";
    const code = this.#unreachable && !this.#hopes ? "unreachable" : "timeout";
    const why = code === "unreachable" ? `: ${this.#unreachable}` : "";
    const text = `no answer from ${names}${cut} for ${this.#subject} (${tries}, ${took}${strays})${why}`;
    return new NetError(code, text, {
      because: servers.some(({ heard }) => heard) ? this.#because(names) : silent(names, this.question.authority),
    });
  }
}

/** One way less on which an answer may come. */
function settled(side: Side): void {
  if (side.open > 0) side.open--;
}

/** The cause when a server has answered nothing at all in this run. */
function silent(names: string, authority: boolean): { id: string; text: string; next?: string[] } {
  const many = names.includes(", ");
  if (authority) return { id: `server ${names}`, text: `name server ${names} does not answer` };
  return {
    id: `resolver ${names}`,
    text: many ? `resolvers ${names} do not answer` : `resolver ${names} does not answer`,
    next: ["--resolver ADDRESS asks another", "check /etc/resolv.conf"],
  };
}
