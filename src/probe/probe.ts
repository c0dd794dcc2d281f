import { bounds } from "../bounds.js";
import { type Net, NetError, type Place } from "../net/net.js";
import { connectTcp } from "../net/tcp.js";
import { SocketWire } from "../net/smtp/socket-wire.js";
import type { TrustStore } from "../net/tls/trust.js";
import { canonical } from "../syntax/address.js";
import { Conversation, type Turn } from "./conversation.js";
import { type Ending, endingAfter } from "./ending.js";
import { mailboxPlan } from "./mailbox.js";
import { placesOf, type Target } from "./places.js";
import { proxyHeader } from "./proxy.js";
import { type Found, Session } from "./session.js";
import { smtpPlan } from "./smtp.js";
import { Veil } from "./veil.js";
import type { Wish } from "./wish.js";

/** What came of a probe. */
export interface Probe extends Ending, Partial<Found> {
  target: string;
  /** Where it went; left out where nothing could be tried. */
  host?: string;
  ip?: string;
  port: number;
  protocol: Wish["protocol"];
  turns: Turn[];
  /** Other places that were tried, and what came of it. */
  tried: { host: string; ip: string; text: string }[];
  /** Milliseconds. */
  took: number;
  /** 0 accepted, 1 refused for good, 3 refused for now, or nobody could tell, 130 interrupted. */
  exit: 0 | 1 | 3 | 130;
}

export interface Surroundings {
  net: Pick<Net, "dns" | "now">;
  trust: TrustStore;
  signal?: AbortSignal;
  /** Where an address really is, when it is somewhere else. */
  dial?(at: { ip: string; port: number }): Place["dial"];
}

/** Probes the first place that answers, as a sender would go from one to the next. Never throws for what a server does. */
export async function probe(target: Target, port: number, wish: Wish, around: Surroundings): Promise<Probe> {
  const began = performance.now();
  const tried: Probe["tried"] = [];
  const result = (ending: Ending, more: Partial<Probe> = {}): Probe => ({
    target: target.host,
    port,
    protocol: wish.protocol,
    turns: [],
    ...more,
    ...ending,
    tried,
    took: Math.round(performance.now() - began),
    exit: around.signal?.aborted ? 130 : exits[ending.outcome],
  });
  const places = await placesOf(target, around.net.dns);
  if (!Array.isArray(places)) return result(places);
  const visits: (Visit & { host: string; ip: string })[] = [];
  for (const { host, ip } of places) {
    const visited = await visit({ host, ip, port }, wish, around);
    visits.push({ ...visited, host, ip });
    // A sender goes on where nobody answers, or who answers does not talk to it (RFC 5321 §5.1).
    const { step, outcome } = visited.ending;
    const early = step === "connect" || step === "greeting";
    if (!early || outcome === "accepted" || around.signal?.aborted) break;
  }
  // Where none talks to us, who answered tells more than who did not.
  const last = visits.at(-1)!;
  const answered = visits.find(({ ending }) => ending.step === "greeting");
  const told = last.ending.step === "connect" && last.ending.outcome !== "accepted" ? (answered ?? last) : last;
  for (const { host, ip, ending } of visits) if (ip !== told.ip) tried.push({ host, ip, text: ending.text });
  const { ending, found, turns, host, ip } = told;
  return result(ending, { ...found, host, ip, turns });
}

interface Visit {
  ending: Ending;
  found: Partial<Found>;
  turns: Turn[];
}

const exits = { accepted: 0, refused: 1, deferred: 3, unknown: 3 } as const;

async function visit(place: Place, wish: Wish, { net, trust, signal, dial }: Surroundings): Promise<Visit> {
  const { host, ip, port } = place;
  const began = performance.now();
  const to = dial?.(place);
  const opened = await connectTcp(
    { ...place, ...(to && { dial: to }) },
    { signal, within: bounds.smtp.connect, from: wish.source },
  ).catch((error: unknown) => {
    if (error instanceof NetError) return error;
    throw error;
  });
  const took = Math.round(performance.now() - began);
  const turn = (text: string): Turn => ({ at: 0, took, step: "connect", from: "note", lines: [text] });
  const name = host === ip ? "" : `${host} `;
  const at = `${name}[${ip}]:${port}`;
  if (opened === "refused" || opened instanceof NetError) {
    const error =
      opened === "refused"
        ? new NetError("reset", `${at} refuses the connection`, { said: { refused: true } })
        : opened;
    return { ending: endingAfter(error, "connect", host), found: {}, turns: [turn(error.message)] };
  }
  const own = { ip: canonical((opened.localAddress ?? "").replace(/^::ffff:/, "")), port: opened.localPort ?? 0 };
  const veil = new Veil();
  if (wish.auth) veil.cover(wish.auth.secret);
  if (wish.proxy) {
    const { version, from = own.ip } = wish.proxy;
    opened.write(proxyHeader(version, { ip: from, port: own.port }, { ip, port }));
  }
  const wire = new SocketWire(
    opened,
    { host: wish.sni ?? host, offer: "permissive", context: wish.context },
    trust,
    signal,
  );
  const talk = new Conversation(wire, veil, wish.total);
  talk.turns.push(turn(`connect ${at}`));
  if (wish.proxy) talk.note(`PROXY ${wish.proxy.version}, for ${wish.proxy.from ?? own.ip}`);
  const session = new Session(talk, wish, place, { now: net.now(), own: own.ip });
  const { protocol } = wish;
  const plan =
    wish.quitAfter === "connect"
      ? { steps: [], quit: async () => {} }
      : protocol === "smtp" || protocol === "lmtp"
        ? smtpPlan(session)
        : mailboxPlan(session, protocol);
  return { ending: await session.run(plan), found: session.found, turns: talk.turns };
}
