import { bounds } from "../bounds.js";
import type { ProbeStep } from "../data/probe-steps.js";
import type { Reply } from "../net/net.js";
import { rangeName } from "../syntax/address.js";
import { endingBy, endingOf, type Ending } from "./ending.js";
import { type Exchange, exchange, mechanisms, SaslError, strongest } from "./sasl.js";
import type { Session } from "./session.js";
import { Veil } from "./veil.js";

/** A line longer than this may be too long for a server; what is said at once then waits to be asked for (RFC 4954 §4). */
const longest = 500;

/** A login (RFC 4954), by the mechanism that was asked for or the strongest that is offered. */
export async function logIn({ talk, wish, found, host, place }: Session): Promise<Ending | undefined> {
  const step: ProbeStep = "auth";
  const { mechanism: wanted, ...credentials } = wish.auth!;
  const offered = (found.capabilities["AUTH"] ?? "").toUpperCase().split(" ").filter(Boolean);
  const mechanism = wanted ?? strongest(offered);
  if (mechanism === undefined || !offered.includes(mechanism)) {
    const inTls = offered.length === 0 && !found.tls ? "; there is no TLS either" : "";
    const text =
      offered.length === 0
        ? `no login is offered${inTls}`
        : `${wanted ?? mechanisms.join(", ")}: offered is ${offered.join(", ")}`;
    return endingBy("no-auth", step, text, "refused");
  }
  const near = rangeName(place.ip) === "loopback";
  const danger = !found.tls ? "the connection is not encrypted" : found.distrust[0];
  if (danger !== undefined && !near && !wish.insecure)
    return endingBy("unsafe", step, `not logged in: ${danger}`, "unknown");

  const login = exchange(mechanism, credentials);
  try {
    const reply = await converse(login, mechanism);
    found.mechanism = mechanism;
    return reply.code === 235 ? undefined : endingOf(step, reply, host);
  } catch (error) {
    if (!(error instanceof SaslError)) throw error;
    talk.say("*"); // RFC 4954 §4: that calls it off
    await talk.reply(bounds.probe.step);
    return endingBy("mechanism", step, error.message, "refused");
  }

  async function converse({ initial, answer }: Exchange, name: string): Promise<Reply> {
    const first = initial?.toString("base64");
    const atOnce = first !== undefined && name.length + first.length < longest;
    talk.say(`AUTH ${name}${atOnce ? ` ${first}` : ""}`, `AUTH ${name}${atOnce ? ` ${Veil.mask}` : ""}`);
    const readable = name === "LOGIN" || name === "XOAUTH2"; // a prompt, an error; of others a password can be guessed
    let waiting = atOnce ? undefined : initial;
    for (let round = 0; round < bounds.probe.rounds; round++) {
      const reply = await talk.challenge(bounds.probe.step, readable);
      if (reply.code !== 334) return reply;
      const challenge = Buffer.from(reply.lines.join(""), "base64");
      const next = waiting ?? (await answer(challenge));
      waiting = undefined;
      if (!readable && next.length > 0) talk.cover(next.toString("latin1").split(/ |,p=/).at(-1)!);
      talk.say(next.toString("base64"), next.length === 0 ? "" : Veil.mask);
    }
    throw new SaslError("the server asks without end");
  }
}
