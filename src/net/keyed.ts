import { isWithin } from "../syntax/domain-name.js";
import { plainName } from "../syntax/rdata.js";
import { type Answer, type Net, NetError } from "./net.js";

/** A key, and the zone that is asked with it in place of the one that it is known by. */
export interface Key {
  /** As it is known: zen.spamhaus.org. */
  zone: string;
  /** As it is asked, the key before it: zen.dq.spamhaus.net. */
  under: string;
  key: string;
}

/**
 * A net that asks with keys where it has one. They are in the questions that leave this machine and in nothing else:
 * whoever asks, watches or records sees the name of the zone without its key, in answers and in errors alike.
 */
export function keyed(net: Net, keys: readonly Key[]): Net {
  if (keys.length === 0) return net;
  return {
    ...net,
    dns: async (asked, type, how) => {
      const name = plainName(asked);
      const at = keys.find(({ zone }) => isWithin(name, zone));
      if (!at || how?.server !== undefined) return net.dns(asked, type, how);
      const question = `${name.slice(0, name.length - at.zone.length)}${at.key}.${at.under}`;
      try {
        const answer = await net.dns(question, type, how);
        return { ...(hidden(answer, at) as Answer<typeof type>), withKey: true };
      } catch (error) {
        throw hiddenError(error, at);
      }
    },
  };
}

/** The same with the known name of the zone in place of the one with the key, and no key anywhere. */
function hidden<T>(value: T, { zone, under, key }: Key): T {
  const text = JSON.stringify(value)
    .replaceAll(pattern(`${key}.${under}`), zone)
    .replaceAll(pattern(key), "KEY");
  return JSON.parse(text) as T;
}

/** As a new error: the message stands in the stack of the old one too. */
function hiddenError(error: unknown, at: Key): Error {
  if (error instanceof NetError) {
    const { code, message, because, seen, said } = error;
    const { message: told, ...more } = hidden({ message, because, seen, said }, at);
    return new NetError(code, told, more as ConstructorParameters<typeof NetError>[2]);
  }
  return new Error(hidden(error instanceof Error ? error.message : String(error), at));
}

const pattern = (text: string): RegExp => new RegExp(text.replaceAll(/[^a-z0-9]/gi, "\\$&"), "gi");
