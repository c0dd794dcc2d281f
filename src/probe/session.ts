import type { ProbeStep } from "../data/probe-steps.js";
import { type Certificate, NetError, type Place, type Tls } from "../net/net.js";
import { canonical, isAddress } from "../syntax/address.js";
import { coveringName } from "../syntax/host-name-match.js";
import type { Conversation } from "./conversation.js";
import { endingAfter, endingBy, type Ending } from "./ending.js";
import type { RecipientAnswer } from "./smtp.js";
import type { Wish } from "./wish.js";

/** What was found out on the way. */
export interface Found {
  tls?: Tls;
  /** Why a client that verifies would not believe the certificate; empty where it would. */
  distrust: string[];
  /** Keywords and their parameters, the last time that they were told. */
  capabilities: Record<string, string>;
  recipients: RecipientAnswer[];
  /** The mechanism of the login. */
  mechanism?: string;
  /** What came in plain text behind the answer to STARTTLS. */
  early?: string;
}

/** The steps in their order, and how to take leave after one of them. A step gives an ending, or goes on. */
export interface Plan {
  steps: readonly (readonly [step: ProbeStep, make: () => Promise<Ending | undefined>])[];
  quit(step: ProbeStep): Promise<void>;
}

/** One session under way. */
export class Session {
  readonly found: Found = { distrust: [], capabilities: {}, recipients: [] };
  readonly talk: Conversation;
  readonly wish: Wish;
  readonly place: Place;
  /** The name in EHLO, and the reverse-path. */
  readonly helo: string;
  readonly from: string;
  readonly #now: number;

  /** `now`: milliseconds since 1970; `own`: the address of this end. */
  constructor(talk: Conversation, wish: Wish, place: Place, { now, own }: { now: number; own: string }) {
    this.talk = talk;
    this.wish = wish;
    this.place = place;
    this.helo = wish.helo ?? `[${own.includes(":") ? "IPv6:" : ""}${own}]`; // RFC 5321 §4.1.3
    const login = wish.auth?.user.includes("@") ? wish.auth.user : undefined;
    this.from = wish.from ?? login ?? (this.helo.startsWith("[") ? "" : `probe@${this.helo}`);
    this.#now = now;
  }

  get host(): string {
    return this.place.host;
  }

  /** TLS now, and what its certificate is worth. */
  async secure(): Promise<Ending | undefined> {
    const { tls, took } = await this.talk.secure();
    this.found.tls = tls;
    this.found.distrust = distrustOf(tls, this.wish.sni ?? this.host, this.#now);
    const [problem] = this.found.distrust;
    this.talk.note(toldOf(tls, problem, this.#now), took);
    return this.wish.verify && problem !== undefined ? endingBy("untrusted", "tls", problem, "refused") : undefined;
  }

  early(text: string | undefined): void {
    if (text !== undefined) this.found.early = text;
  }

  /** Makes the steps of a plan up to the one to stop after, takes leave, and says how it ended. */
  async run({ steps, quit }: Plan): Promise<Ending> {
    const { talk, wish, host } = this;
    let ending: Ending | undefined;
    try {
      for (const [step, make] of steps) {
        talk.step = step;
        ending = await make();
        if (ending || step === wish.quitAfter) break;
      }
      const reached = talk.step === "tls" && !this.found.tls ? "ehlo" : talk.step;
      ending ??= { outcome: "accepted", step: reached, text: "" };
      if (ending.cause !== "nonsense" && talk.turns.some(({ from }) => from === "server"))
        await quit(talk.step).catch(ignored);
      return ending;
    } catch (error) {
      if (!(error instanceof NetError)) throw error;
      talk.note(error.message);
      return endingAfter(error, talk.step, host);
    } finally {
      talk.close();
    }
  }
}

/** Who does not answer a farewell has said all that counts. */
function ignored(error: unknown): void {
  if (!(error instanceof NetError)) throw error;
}

/** A handshake in a line: versions, and what the certificate says of itself. */
function toldOf({ version, group, cipher, chain: [leaf] }: Tls, problem: string | undefined, now: number): string {
  const how = [version.replace("TLSv", "TLS "), ...(group === undefined ? [] : [group]), cipher].join(", ");
  if (!leaf) return how;
  const days = Math.floor((Date.parse(leaf.notAfter) - now) / 86_400_000);
  const said = [
    leaf.commonName ?? leaf.names[0] ?? leaf.ips[0] ?? "without a name",
    `by ${/(?:^|, )CN=([^,]*)/.exec(leaf.issuer)?.[1] ?? leaf.issuer}`,
    days >= 0 ? `${days} days left` : `ended ${-days} days ago`,
    problem === undefined ? "verified" : `not verified: ${problem}`,
  ];
  return `${how}; certificate ${said.join(", ")}`;
}

/** What keeps a client that verifies from believing a certificate (RFC 9525 §6, RFC 5280 §4.1.2.5). */
function distrustOf({ chain: [leaf], trust }: Tls, host: string, now: number): string[] {
  if (!leaf) return ["no certificate was shown"];
  return [
    ...(names(leaf, host) ? [] : [`the certificate does not name ${host}`]),
    ...(Date.parse(leaf.notBefore) <= now ? [] : ["the certificate is not valid yet"]),
    ...(now <= Date.parse(leaf.notAfter) ? [] : ["the certificate has expired"]),
    ...(trust.ok ? [] : [trust.text]),
  ];
}

const names = ({ names, ips }: Certificate, host: string): boolean =>
  isAddress(host) ? ips.includes(canonical(host)) : coveringName(names, host) !== undefined;
