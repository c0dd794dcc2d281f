import { defineFact, isAbsent, type Tools } from "../fact.js";
import { NetError } from "../net/net.js";
import { nameServerAddresses, placesOf, type ServerAt } from "./name-servers.js";
import { obstacle } from "./outbound-25.js";
import { outcomes } from "./outcomes.js";

/** How one address of a name server bears itself when asked for its zone. */
export interface Authority extends ServerAt {
  /** `lame`: it has no answer about the zone, or none of its own (RFC 1912 §2.8). */
  state: "answers" | "lame" | "silent";
  /** What it said, in words. */
  said: string;
  /** The serial number of the zone as it has it. */
  serial: number | null;
}

/**
 * Every name server of a domain's zone, asked for the zone's start at each address. Silence is an answer where others
 * are heard from here; where none answers with authority, that is as well a matter of what stands between.
 */
export const authorities = defineFact({
  id: "authorities",
  of: "domain",
  async gather(name, tools) {
    const found = await tools.ask(nameServerAddresses, name);
    if (isAbsent(found)) return found;
    const { apex, servers } = found;
    const asked = await Promise.all(
      placesOf(servers).map(async (at) => ({ at, ...(await outcomes([authority(apex, at, tools)])) })),
    );
    const known = asked.flatMap(({ learnt }) => learnt);
    const good = known.filter(({ state }) => state === "answers");
    const missing = asked.filter(
      ({ at, learnt }) => learnt.length === 0 && !known.some(({ server }) => server === at.server),
    );
    const nowhere = servers.filter(({ v4, v6 }) => v4.length + v6.length === 0).map((one) => one.name);
    if (good.length === 0)
      throw unheard(
        apex,
        known,
        asked.flatMap(({ unlearnt }) => unlearnt),
      );
    const sound = good.length === known.length && nowhere.length === 0;
    if (sound && missing[0]) throw missing[0].unlearnt[0]!;
    return { apex, servers: known, nowhere, unheard: missing.map(({ at }) => at) };
  },
});

/** Nothing is said of servers when all of them fail us in the same way. */
function unheard(apex: string, known: readonly Authority[], unlearnt: readonly NetError[]): NetError {
  if (known.length === 0 && unlearnt[0]) return unlearnt[0];
  const lame = known.some(({ state }) => state === "lame");
  const text = lame
    ? `no name server of ${apex} answers from here with authority; something on the way may answer in their place`
    : `no name server of ${apex} answers from here`;
  return new NetError(lame ? "blocked" : "timeout", text, { because: { id: `name servers ${apex}`, text } });
}

async function authority(apex: string, at: ServerAt, { dns, ask }: Pick<Tools, "dns" | "ask">): Promise<Authority> {
  const lame = (said: string): Authority => ({ ...at, state: "lame", said, serial: null });
  try {
    const { records, notes } = await dns(apex, "SOA", { server: at.ip });
    const [soa] = records;
    if (!soa) return lame("does not know the zone");
    if (notes?.includes("not authoritative")) return lame("answers without authority");
    return { ...at, state: "answers", said: "answers", serial: soa.data.serial };
  } catch (error) {
    if (!(error instanceof NetError)) throw error;
    if (error.code === "servfail") return lame(`answers ${error.message.split(/ (?:from|for) /)[0]!}`);
    if (error.code !== "timeout") throw error;
    const here = await obstacle({ ip: at.ip, port: 53 }, { ask });
    if (here) throw here;
    return { ...at, state: "silent", said: "does not answer", serial: null };
  }
}
