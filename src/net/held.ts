import type { LocalKind } from "../subject.js";
import { type Net, NetError } from "./net.js";

/** A net that holds what a command gathered of one local thing: plain values, so that they can be recorded. */
export function held(net: Net, kind: LocalKind, name: string, gathered: unknown): Net {
  return {
    ...net,
    local: async (of, called) => (of === kind && called === name ? gathered : net.local(of, called)),
  };
}

/** The answer of a net that nothing local was gathered for. */
export const notGathered: Net["local"] = async (kind, name) => {
  throw new NetError("offline", `nothing was gathered of the ${kind} ${name}`);
};
