import { bounds } from "../bounds.js";
import type { ProbeStep } from "../data/probe-steps.js";
import { NetError, type Reply } from "../net/net.js";
import { isOld, keywordsOf } from "../net/smtp/reply.js";
import { isTransient, replyText } from "../syntax/smtp-reply.js";
import { endingBy, endingOf, type Ending } from "./ending.js";
import { logIn } from "./login.js";
import type { Plan, Session } from "./session.js";
import { wired } from "./transfer.js";

/** One recipient, and what the server says of it: at RCPT, or with LMTP after the message. */
export interface RecipientAnswer {
  address: string;
  reply: Reply;
}

const answer = bounds.probe.step;

/** The steps of a session with a server that takes mail (RFC 5321, RFC 2033), in their order. */
export function smtpPlan(session: Session): Plan {
  const { talk, wish, found, host } = session;
  const { tls, to, message, quitAfter } = wish;
  const lmtp = wish.protocol === "lmtp";

  const greeting = async (): Promise<Ending | undefined> =>
    consent("greeting", await talk.reply(bounds.probe.greeting));

  async function ehlo(): Promise<Ending | undefined> {
    const name = session.helo;
    talk.say(`${lmtp ? "LHLO" : "EHLO"} ${name}`);
    const first = await talk.reply(answer);
    if (lmtp || !isOld(first)) {
      found.capabilities = keywordsOf(first);
      return consent("ehlo", first);
    }
    talk.say(`HELO ${name}`); // RFC 5321 §3.2
    found.capabilities = {};
    return consent("ehlo", await talk.reply(answer));
  }

  async function starttls(): Promise<Ending | undefined> {
    if (!("STARTTLS" in found.capabilities)) {
      const missing = "STARTTLS is not offered";
      if (tls === "opportunistic" && quitAfter !== "tls") {
        talk.note(missing);
        return undefined;
      }
      return endingBy("no-tls", "tls", missing, "refused");
    }
    talk.say("STARTTLS");
    const ready = await talk.reply(answer);
    if (ready.code !== 220) return endingOf("tls", ready, host);
    session.early(talk.early());
    const ending = await session.secure();
    return ending ?? (await ehlo());
  }

  async function xclient(): Promise<Ending | undefined> {
    if (!("XCLIENT" in found.capabilities))
      return endingBy("no-xclient", "xclient", "XCLIENT is not offered", "refused");
    talk.say(`XCLIENT ${wish.xclient.join(" ")}`);
    // The server begins again as for a new client.
    return consent("xclient", await talk.reply(answer)) ?? (await ehlo());
  }

  function sender(): string {
    const octets = message?.length;
    const parameters = [
      ...(octets !== undefined && "SIZE" in found.capabilities ? [`SIZE=${octets}`] : []), // RFC 1870 §6
      ...(message?.some((octet) => octet > 127) && "8BITMIME" in found.capabilities ? ["BODY=8BITMIME"] : []),
      ...(international() ? ["SMTPUTF8"] : []),
    ];
    return [`MAIL FROM:<${session.from}>`, ...parameters].join(" ");
  }
  const international = (): boolean => [session.from, ...to].some((address) => /[^ -~]/.test(address));

  let sent: "alone" | "along" = "alone";
  async function mail(): Promise<Ending | undefined> {
    if (international() && !("SMTPUTF8" in found.capabilities))
      return endingBy("no-utf8", "mail", "SMTPUTF8 is not offered", "refused"); // RFC 6531 §3.3
    const reached = to.length > 0 && quitAfter !== "mail";
    if (reached && wish.pipelining && "PIPELINING" in found.capabilities) sent = "along";
    if (sent === "along") talk.sayAll([sender(), ...to.map(recipient)]);
    else talk.say(sender());
    const ending = consent("mail", await talk.reply(answer));
    if (ending && sent === "along") await passOver(to.length);
    return ending;
  }

  /** The answers to what was said along come all the same; that they do not changes nothing of what was answered before. */
  async function passOver(answers: number): Promise<void> {
    try {
      for (let left = answers; left > 0; left--) await talk.reply(bounds.probe.quit);
    } catch (error) {
      if (!(error instanceof NetError)) throw error;
    }
  }

  const recipient = (address: string): string => `RCPT TO:<${address}>`;

  async function rcpt(): Promise<Ending | undefined> {
    for (const address of to) {
      if (sent === "alone") talk.say(recipient(address));
      found.recipients.push({ address, reply: await talk.reply(answer) });
    }
    const taken = found.recipients.filter(({ reply }) => isConsent(reply));
    if (taken.length === 0 || message === undefined || quitAfter === "rcpt") return worst("rcpt", found.recipients);
    return undefined;
  }

  async function data(): Promise<Ending | undefined> {
    talk.say("DATA");
    const ready = await talk.reply(answer);
    if (ready.code !== 354) return endingOf("data", ready, host);
    await talk.send(wired(message!), `the message, ${message!.length} octets, and a dot`);
    const taken = found.recipients.filter(({ reply }) => isConsent(reply));
    if (!lmtp) return consent("data", await talk.reply(bounds.probe.message)) ?? worst("rcpt", found.recipients);
    const told: RecipientAnswer[] = [];
    for (const { address } of taken) told.push({ address, reply: await talk.reply(bounds.probe.message) }); // RFC 2033 §4.2
    const turnedAway = found.recipients.filter(({ reply }) => !isConsent(reply));
    found.recipients = [...turnedAway, ...told];
    return worst("data", told) ?? worst("rcpt", turnedAway);
  }

  function consent(step: ProbeStep, reply: Reply): Ending | undefined {
    return isConsent(reply) ? undefined : endingOf(step, reply, host);
  }

  /** How it ends for several: refused for good counts before refused for now. */
  function worst(step: ProbeStep, answers: readonly RecipientAnswer[]): Ending | undefined {
    const refused = answers.filter(({ reply }) => !isConsent(reply));
    const first = refused.find(({ reply }) => !isTransient(reply)) ?? refused[0];
    if (!first) return undefined;
    const ending = endingOf(step, first.reply, host);
    return answers.length === 1 ? ending : { ...ending, text: `${first.address}: ${replyText(first.reply)}` };
  }

  return {
    steps: [
      ...(tls === "implicit" ? [["tls", () => session.secure()] as const] : []),
      ["greeting", greeting],
      ["ehlo", ehlo],
      ...(tls === "starttls" || tls === "opportunistic" ? [["tls", starttls] as const] : []),
      ...(wish.xclient.length > 0 ? [["xclient", xclient] as const] : []),
      ...(wish.auth ? [["auth", () => logIn(session)] as const] : []),
      ...(to.length > 0 || quitAfter === "mail" ? [["mail", mail] as const] : []),
      ...(to.length > 0 ? [["rcpt", rcpt] as const] : []),
      ...(message && to.length > 0 ? [["data", data] as const] : []),
    ],
    async quit(step) {
      // What was only asked is taken back, so that no log speaks of a message that was lost.
      if ((step === "mail" || step === "rcpt") && found.recipients.some(({ reply }) => isConsent(reply))) {
        talk.say("RSET");
        await talk.reply(bounds.probe.quit);
      }
      talk.say("QUIT");
      await talk.reply(bounds.probe.quit);
    },
  };
}

export const isConsent = ({ code }: Reply): boolean => code >= 200 && code < 300;
