import { defineFact, isAbsent } from "../fact.js";
import { NetError } from "../net/net.js";
import { authorities } from "./authorities.js";
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
    const heard = new Set(learnt.map(({ at }) => at.server));
    return { open, refused, silent: placesOf(found.servers).filter(({ server }) => !heard.has(server)) };
  },
});

/**
 * The same for servers that answer for the zone over UDP: that none of them lacks TCP is known only when each was heard
 * over it, at one address or another.
 */
export const authorityTcp = defineFact({
  id: "authority-tcp",
  of: "domain",
  reaches: "tcp",
  async gather(name, { ask }) {
    const [found, tcp] = await Promise.all([ask(authorities, name), ask(nameServerTcp, name)]);
    if (isAbsent(found) || isAbsent(tcp)) return tcp;
    const answers = (at: ServerAt): boolean =>
      found.servers.some(({ server, state }) => server === at.server && state === "answers");
    const missing = tcp.silent.find(answers);
    if (!missing || tcp.refused.length > 0 || found.servers.some(({ state }) => state !== "answers")) return tcp;
    const text = `${missing.server} [${missing.ip}]:53 does not answer over TCP`;
    throw new NetError("timeout", text, { because: { id: `tcp ${missing.ip}:53`, text } });
  },
});
