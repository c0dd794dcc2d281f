import { type Net, NetError, type RecordType } from "../net/net.js";
import { overlay, type Obscure } from "../net/overlay.js";
import type { UnknownRecord, Zone } from "../zones/record.js";

/** Names and types that a change takes away from a zone of which not all is known. */
export type Gone = readonly { name: string; type: RecordType }[];

/**
 * The outside as it is with these zones in place of what is live: the net before a change, or after it. Facts about a
 * zone itself get it whole.
 */
export function side(net: Net, zones: readonly Zone[], gone: Gone = []): Net {
  const over = overlay(
    net,
    zones.map(({ origin, completeness, records, unread, unknown = [] }) => ({
      origin,
      whole: completeness === "zone",
      records,
      others: [
        ...unread.map(({ name, type }) => ({ name, type, why: "its data is not read" })),
        ...unknown.map(obscure),
      ],
      gone: gone.filter(({ name }) => name === origin || origin === "." || name.endsWith(`.${origin}`)),
    })),
  );
  const held = new Map(zones.map((zone) => [zone.origin, zone]));
  return {
    ...over,
    async local(kind, name) {
      if (kind !== "zone") return net.local(kind, name);
      const zone = held.get(name);
      if (!zone) throw new NetError("offline", `of the zone ${name} nothing is known on this side of the change`);
      return zone;
    },
  };
}

const whys: Record<UnknownRecord["why"], string> = {
  computed: "known only once the plan is applied",
  sensitive: "marked as sensitive, so that it is not looked at",
  proxied: "the provider answers with addresses of its own",
  alias: "the provider answers with the records of another name",
  routing: "the answer depends on who asks",
  refused: "no server takes this value",
  published: "a list of values that somebody publishes elsewhere",
};

const obscure = ({ name, type, why, alias, fault }: UnknownRecord): Obscure => ({
  ...(name !== undefined && { name }),
  ...(type !== undefined && { type }),
  why: fault ?? whys[why],
  ...(alias !== undefined && { alias }),
});
