import type { Cause } from "../../fact.js";
import { NetError } from "../net.js";
import type { Failure } from "./answer.js";
import type { Query, Question } from "./query.js";
import type { Server } from "./server.js";

/** A server said that it has no answer. */
export function failed({ question }: Query, server: Server, { code, text, lame, extended }: Failure): NetError {
  const { name } = question;
  return new NetError(code, `${text} from ${server.name} for ${subject(question)}`, {
    because: lame
      ? { id: `lame ${server.name} ${name}`, text: `${server.name} is no authority for ${name}` }
      : noAnswer(question, server.name),
    ...(extended && { said: { extended } }),
  });
}

/** Why there is no answer, once nothing more is waited for. */
export function unanswered(query: Query, now: number): NetError {
  const { question, sides, garbled, unreachable } = query;
  const side = sides.find(({ failure }) => failure !== undefined);
  if (side) return failed(query, side.server, side.failure!);
  if (garbled) return failed(query, garbled.server, { code: "malformed", text: garbled.text });
  const servers = sides.filter(({ tries }) => tries > 0).map(({ server }) => server);
  const names = servers.map(({ name }) => name).join(", ");
  const how = [
    `${query.tries} ${query.tries === 1 ? "try" : "tries"}`,
    `${Math.round((now - query.began) / 100) / 10} s`,
    ...(query.strays > 0 ? [`${query.strays} other datagrams`] : []),
  ].join(", ");
  const cut = sides.some(({ tcp }) => tcp > 0) ? " over TCP, where UDP cut it short," : "";
  const text = `no answer from ${names}${cut} for ${subject(question)} (${how})`;
  const because = servers.some(({ heard }) => heard) ? noAnswer(question, names) : silent(names, question);
  if (unreachable && !query.hopes) return new NetError("unreachable", `${text}: ${unreachable}`, { because });
  return new NetError("timeout", text, { because });
}

const subject = ({ name, type }: Question): string => `${name} ${type}`;

const noAnswer = ({ name, authority }: Question, server: string): Cause => ({
  id: authority ? `dns ${name} at ${server}` : `dns ${name}`,
  text: `${server} gives no answer for ${name}`,
});

/** The cause when a server has answered nothing at all in this run. */
function silent(names: string, { authority }: Question): Cause {
  if (authority) return { id: `server ${names}`, text: `name server ${names} does not answer` };
  return {
    id: `resolver ${names}`,
    text: names.includes(", ") ? `resolvers ${names} do not answer` : `resolver ${names} does not answer`,
    next: ["--resolver ADDRESS asks another", "check /etc/resolv.conf"],
  };
}
