import { absent, defineFact, isAbsent, type Tools } from "../fact.js";
import { type Answer, NetError, type RecordType } from "../net/net.js";
import { writeRdata } from "../syntax/rdata.js";
import { authorities } from "./authorities.js";
import type { ServerAt } from "./name-servers.js";
import { outcomes } from "./outcomes.js";

/** The names below a domain, or the domain itself, that mail hangs on. */
const questions: readonly (readonly [prefix: string, type: RecordType])[] = [
  ["", "MX"],
  ["", "TXT"],
  ["_dmarc.", "TXT"],
  ["_mta-sts.", "TXT"],
  ["_smtp._tls.", "TXT"],
];

/** A record set as different servers have it. */
export interface Served {
  name: string;
  type: string;
  versions: { text: string[]; servers: string[] }[];
}

/**
 * The records that mail hangs on, as each name server has them. A difference is certain whatever others say; agreement
 * only when all of the servers that know the zone have answered for every name that is theirs.
 */
export const servedRecords = defineFact({
  id: "served-records",
  of: "domain",
  async gather(name, { ask, dns }) {
    const found = await ask(authorities, name);
    if (isAbsent(found)) return found;
    const servers = found.servers.filter(({ state }) => state === "answers");
    const silent = found.servers.filter(({ state }) => state === "silent");
    const unheard = [...silent, ...found.unheard]
      .filter(({ server }) => !servers.some((other) => other.server === server))
      .map((at) => silenceOf(at, found.apex));
    if (servers.length < 2 && unheard[0]) throw unheard[0];
    if (servers.length < 2) return absent(`only one name server of ${found.apex} answers`);
    const all = await Promise.all(
      questions.map(async ([prefix, type]) => {
        const asked = `${prefix}${name}`;
        const { learnt, unlearnt } = await outcomes(servers.map((at) => version(asked, type, at, { dns })));
        return { served: { name: asked, type, versions: merged(learnt) } satisfies Served, unlearnt };
      }),
    );
    const differing = all.map(({ served }) => served).filter(({ versions }) => versions.length > 1);
    const missing = [...all.flatMap(({ unlearnt }) => unlearnt), ...unheard];
    if (differing.length === 0 && missing[0]) throw missing[0];
    const serials = [...new Set(servers.flatMap(({ serial }) => serial ?? []))];
    return { apex: found.apex, servers: servers.length, serials, differing };
  },
});

/** What a server has that cannot be heard, nobody knows. */
function silenceOf({ server, ip }: ServerAt, apex: string): NetError {
  const text = `name server ${server} [${ip}] does not answer`;
  return new NetError("timeout", text, { because: { id: `dns ${apex} at ${ip}`, text } });
}

interface Version {
  at: ServerAt;
  text: string[];
}

/** The records at one server; null where it says that the name is in another zone. */
async function version(
  name: string,
  type: RecordType,
  at: ServerAt,
  { dns }: Pick<Tools, "dns">,
): Promise<Version | null> {
  try {
    return { at, text: textOf(await dns(name, type, { server: at.ip })) };
  } catch (error) {
    if (error instanceof NetError && error.because?.id.startsWith("lame ")) return null;
    throw error;
  }
}

/** Where an alias leads is for others to say: the alias itself is what this server has. */
const textOf = ({ aliases, records, type }: Answer): string[] =>
  aliases[0] === undefined ? records.map(({ data }) => writeRdata(type, data)).sort() : [`CNAME ${aliases[0]}.`];

function merged(versions: readonly (Version | null)[]): Served["versions"] {
  const found = new Map<string, Served["versions"][number]>();
  for (const one of versions) {
    if (!one) continue;
    const { at, text } = one;
    const place = `${at.server} [${at.ip}]`;
    const known = found.get(text.join("\n"));
    if (known) known.servers.push(place);
    else found.set(text.join("\n"), { text, servers: [place] });
  }
  return [...found.values()];
}
