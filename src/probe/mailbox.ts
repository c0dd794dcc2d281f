import { bounds } from "../bounds.js";
import type { ProbeStep } from "../data/probe-steps.js";
import { endingBy, type Ending } from "./ending.js";
import type { Plan, Session } from "./session.js";

/** How a protocol of mailboxes greets, lists what it can do, begins TLS, and ends. */
interface Manner {
  /** Whether a line ends the greeting, and whether it is a welcome. */
  greeted(line: string): boolean;
  welcome: RegExp;
  /** What the greeting tells already, and what is asked for the rest. */
  list?: string;
  listed(line: string): boolean;
  keyword: string;
  starttls: string;
  done(line: string): boolean;
  ready: RegExp;
  logout: string;
  capabilities(lines: readonly string[]): Record<string, string>;
  /** After TLS the server lists what it can do without being asked. */
  tellsAgain?: true;
}

const always = (): boolean => true;
const tagged = (line: string): boolean => /^[a-z]\d+ /i.test(line) || /^\* BYE\b/i.test(line);
const ended = (line: string): boolean => /^(?:OK|NO|BYE)\b/i.test(line);
const spaced = (text: string): Record<string, string> =>
  Object.fromEntries(
    text
      .trim()
      .split(/\s+/)
      .filter(Boolean)
      .map((word) => [word.toUpperCase(), ""]),
  );

const manners: Record<"imap" | "pop3" | "sieve", Manner> = {
  // RFC 9051 §7.1, §7.2.2, §6.2.1
  imap: {
    greeted: always,
    welcome: /^\* (?:OK|PREAUTH)\b/i,
    list: "a1 CAPABILITY",
    listed: tagged,
    keyword: "STARTTLS",
    starttls: "a2 STARTTLS",
    done: tagged,
    ready: /^a2 OK\b/i,
    logout: "a3 LOGOUT",
    capabilities: (lines) => spaced(lines.map((line) => /^\* CAPABILITY (.*)$/i.exec(line)?.[1] ?? "").join(" ")),
  },
  // RFC 1939 §4, RFC 2449 §5, RFC 2595 §4
  pop3: {
    greeted: always,
    welcome: /^\+OK\b/i,
    list: "CAPA",
    listed: (line) => line === "." || /^-ERR\b/i.test(line),
    keyword: "STLS",
    starttls: "STLS",
    done: always,
    ready: /^\+OK\b/i,
    logout: "QUIT",
    capabilities: (lines) =>
      Object.fromEntries(
        lines.slice(1, -1).map((line) => {
          const [keyword = "", ...parameters] = line.trim().split(/\s+/);
          return [keyword.toUpperCase(), parameters.join(" ")];
        }),
      ),
  },
  // RFC 5804 §1.7, §2.2
  sieve: {
    greeted: ended,
    welcome: /^OK\b/i,
    listed: ended,
    keyword: "STARTTLS",
    starttls: "STARTTLS",
    done: ended,
    ready: /^OK\b/i,
    logout: "LOGOUT",
    capabilities: (lines) =>
      Object.fromEntries(
        lines.flatMap((line) => {
          const [, keyword, value = ""] = /^"([^"]{1,64})"(?:\s+"(.*)")?\s*$/.exec(line) ?? [];
          return keyword === undefined ? [] : [[keyword.toUpperCase(), value]];
        }),
      ),
    tellsAgain: true,
  },
};

/** The steps of a session with a server of mailboxes or of their filters: greeting, capabilities, TLS. */
export function mailboxPlan(session: Session, protocol: keyof typeof manners): Plan {
  const { talk, wish, found } = session;
  const manner = manners[protocol];

  async function greeting(): Promise<Ending | undefined> {
    const lines = await talk.lines(bounds.probe.greeting, manner.greeted);
    const last = lines.at(-1)!;
    if (protocol === "sieve") found.capabilities = manner.capabilities(lines);
    if (manner.welcome.test(last)) return undefined;
    const known = /^(?:\* BYE|-ERR|BYE|NO)\b/i.test(last);
    return known
      ? endingBy("turned-away", "greeting", last, "deferred")
      : endingBy("nonsense", "greeting", `not a greeting: ${last.slice(0, bounds.shown)}`, "refused");
  }

  async function list(): Promise<Ending | undefined> {
    if (manner.list === undefined) return undefined;
    talk.say(manner.list);
    found.capabilities = manner.capabilities(await talk.lines(bounds.probe.step, manner.listed));
    return undefined;
  }

  async function starttls(): Promise<Ending | undefined> {
    if (!(manner.keyword in found.capabilities)) {
      const missing = `${manner.keyword} is not offered`;
      if (wish.tls === "opportunistic" && wish.quitAfter !== "tls") {
        talk.note(missing);
        return undefined;
      }
      return endingBy("no-tls", "tls", missing, "refused");
    }
    talk.say(manner.starttls);
    const lines = await talk.lines(bounds.probe.step, manner.done);
    if (!manner.ready.test(lines.at(-1)!)) return endingBy("no-tls", "tls", lines.at(-1)!, "refused");
    session.early(talk.early());
    const ending = await session.secure();
    if (ending) return ending;
    if (!manner.tellsAgain) return list();
    found.capabilities = manner.capabilities(await talk.lines(bounds.probe.step, manner.listed));
    return undefined;
  }

  const step = (name: ProbeStep, make: () => Promise<Ending | undefined>) => [name, make] as const;
  return {
    steps: [
      ...(wish.tls === "implicit" ? [step("tls", () => session.secure())] : []),
      step("greeting", greeting),
      ...(manner.list === undefined ? [] : [step("ehlo", list)]),
      ...(wish.tls === "starttls" || wish.tls === "opportunistic" ? [step("tls", starttls)] : []),
    ],
    async quit() {
      talk.say(manner.logout);
      await talk.lines(bounds.probe.quit, manner.done);
    },
  };
}
