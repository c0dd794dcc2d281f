import { terminal } from "../clean.js";
import { NetError, type Net } from "../net/net.js";
import { writeRdata } from "../syntax/rdata.js";

/** Something that was asked and is not answered yet. */
export interface Waiting {
  what: string;
  /** When it was asked, by the monotonic clock. */
  since: number;
}

/** A net that is looked at while it works: what it waits for, and, where wished, each answer as a line. */
export function watched(net: Net, tell?: (line: string) => void): { net: Net; waiting(): Waiting[] } {
  const open = new Set<Waiting>();
  const follow = async <T>(what: string, asked: Promise<T>, told: (answer: T) => string): Promise<T> => {
    const entry = { what, since: performance.now() };
    open.add(entry);
    const say = (outcome: () => string): void =>
      tell?.(terminal(`${what}  ${outcome()}  ${Math.round(performance.now() - entry.since)} ms`));
    try {
      const answer = await asked;
      say(() => told(answer));
      return answer;
    } catch (error) {
      say(() => (error instanceof NetError ? `${error.code}: ${error.message}` : String(error)));
      throw error;
    } finally {
      open.delete(entry);
    }
  };
  return {
    net: {
      ...net,
      dns: (name, type, how) =>
        follow(`${name} ${type}${how?.server ? ` at ${how.server}` : ""}`, net.dns(name, type, how), (answer) => {
          const records = answer.records.map(({ data }) => writeRdata(type, data)).join(" | ");
          return `${answer.rcode} ${records || "no record"}, from ${answer.server}`;
        }),
      reach: (at, bound) => follow(`${at.host}:${at.port}`, net.reach(at, bound), ({ outcome }) => outcome),
      smtp: (at, bound) =>
        follow(`${at.host}:${at.port}`, net.smtp(at, bound), ({ outcome, steps }) =>
          [outcome, ...steps.map(({ from, text }) => `${from[0]!.toUpperCase()}: ${text}`)].join(" | "),
        ),
      https: (url, bound) => follow(url, net.https(url, bound), ({ status }) => String(status)),
      file: (name, bound) =>
        follow(name, net.file(name, bound), (answer) =>
          answer.outcome === "read" ? `${answer.size} bytes` : answer.outcome,
        ),
      now: () => net.now(),
      about: () => net.about(),
    },
    waiting: () => [...open].sort((a, b) => a.since - b.since),
  };
}
