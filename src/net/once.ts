import type { Net } from "./net.js";
import { type Call, calls } from "./record.js";

/** A net that asks everything once: who asks again gets the same answer, or the same failure. */
export function once(net: Net): Net {
  const asked = new Map<string, Promise<unknown>>();
  const ask = <T>(call: Call, asking: () => Promise<T>): Promise<T> => {
    const key = JSON.stringify(call);
    const known = asked.get(key) as Promise<T> | undefined;
    if (known) return known;
    const asks = asking();
    asks.catch(() => {}); // told to whoever asked
    asked.set(key, asks);
    return asks;
  };
  return {
    ...net,
    dns: (name, type, how) => ask(calls.dns(name, type, how), () => net.dns(name, type, how)),
    reach: (at) => ask(calls.reach(at), () => net.reach(at)),
    smtp: (at) => ask(calls.smtp(at), () => net.smtp(at)),
    https: (url, how) => ask(calls.https(url, how), () => net.https(url, how)),
  };
}
