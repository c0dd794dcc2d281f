import { type Net, NetError, type RecordType } from "../net/net.js";
import { overlay } from "../net/overlay.js";
import { isWithin } from "../syntax/domain-name.js";
import { overlaid } from "../zones/overlaid.js";
import type { Zone } from "../zones/record.js";

/** Names and types that a change takes away from a zone of which not all is known. */
export type Gone = readonly { name: string; type: RecordType }[];

/**
 * The outside as it is with these zones in place of what is live: the net before a change, or after it. Facts about a
 * zone itself get it whole.
 */
export function side(net: Net, zones: readonly Zone[], gone: Gone = []): Net {
  const over = overlay(
    net,
    zones.map((zone) => ({ ...overlaid(zone), gone: gone.filter(({ name }) => isWithin(name, zone.origin)) })),
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
