import { defineFact, isAbsent, type Tools } from "../fact.js";
import { NetError } from "../net/net.js";
import { familyOf } from "../syntax/address.js";
import { families } from "./addresses.js";
import { outcomes } from "./outcomes.js";

/** A control host at one address. It is certain to answer on its port, so silence tells of the way to it. */
export interface Control {
  host: string;
  ip: string;
  family: 4 | 6;
  /** 25, unless the user said another. */
  port: number;
}

/** What a port did. */
export type Sign = "open" | "refused" | "silent" | "unreachable";

/** The control hosts, each at one address of each family it has; those that cannot be resolved are left out. */
export const controls = defineFact({
  id: "controls",
  of: "vantage",
  async gather(_, { ask, here }) {
    if (here.controls.length === 0) throw new NetError("offline", "no control host is given");
    const { learnt, unlearnt } = await outcomes(here.controls.flatMap((text) => placed(text, ask)));
    const found = learnt.filter((one) => one !== undefined);
    if (found.length > 0) return found;
    throw new NetError("unreachable", "no control host has an address", unlearnt[0]);
  },
});

function placed(text: string, ask: Tools["ask"]): Promise<Control | undefined>[] {
  const [, bracketed, plain, portText] = /^(?:\[(.+)\]|([^:]+))(?::(\d+))?$/.exec(text) ?? [];
  const host = bracketed ?? plain ?? text;
  const port = Number(portText ?? 25);
  const literal = familyOf(host);
  if (literal) return [Promise.resolve({ host, ip: host, family: literal, port })];
  return families.map(async (fact, at) => {
    const found = await ask(fact, host);
    const ip = isAbsent(found) ? undefined : found.addresses[0];
    return ip === undefined ? undefined : { host, ip, family: at === 0 ? (4 as const) : (6 as const), port };
  });
}

/** How a port of a control host takes a connection. Silence is an answer here, since the host is known to talk. */
const controlPort = defineFact({
  id: "control-port",
  of: "endpoint",
  reaches: "tcp",
  async gather(at, { reach, signal }) {
    try {
      return (await reach(at)).outcome as Sign;
    } catch (error) {
      if (error instanceof NetError && !signal.aborted) {
        if (error.code === "timeout") return "silent";
        if (error.code === "unreachable") return "unreachable";
      }
      throw error;
    }
  },
});

/** What the port of a control host does, its own port unless another is named. */
export async function knock({ host, ip, port }: Control, ask: Tools["ask"], other = port): Promise<Sign> {
  const sign = await ask(controlPort, { host, ip, port: other });
  if (isAbsent(sign)) throw new NetError("offline", sign.reason);
  return sign;
}
