import { defineFact, isAbsent } from "../fact.js";
import { NetError } from "../net/net.js";
import { nameServerAddresses, placesOf, type ServerAt } from "./name-servers.js";
import { outcomes } from "./outcomes.js";

/**
 * Which name servers take connections over TCP, as they must (RFC 7766 §5). That one refuses is believed only beside one
 * that opens: many networks shut the port themselves, and refuse in the name of the other side.
 */
export const nameServerTcp = defineFact({
  id: "name-server-tcp",
  of: "domain",
  reaches: "tcp",
  async gather(name, { ask, reach }) {
    const found = await ask(nameServerAddresses, name);
    if (isAbsent(found)) return found;
    const { learnt, unlearnt } = await outcomes(
      placesOf(found.servers).map(async (at) => ({
        at,
        outcome: (await reach({ host: at.server, ip: at.ip, port: 53 })).outcome,
      })),
    );
    const having = (wanted: "open" | "refused"): ServerAt[] =>
      learnt.filter(({ outcome }) => outcome === wanted).map(({ at }) => at);
    const [open, refused] = [having("open"), having("refused")];
    if (open.length === 0) {
      throw (
        unlearnt[0] ?? new NetError("blocked", `every name server of ${found.apex} refuses TCP; so may this network`)
      );
    }
    return { open, refused };
  },
});
