import { defineFact, isAbsent, type Tools } from "../fact.js";
import type { Answer, RecordType } from "../net/net.js";
import { alias } from "./alias.js";
import { published } from "./published.js";

/** Names below a domain that hold one text each, and that providers have pointed elsewhere. */
const labels = ["_dmarc", "_mta-sts", "_smtp._tls", "default._bimi"];

/** What stands beside an alias, which may have nothing beside it (RFC 1034 §3.6.2, RFC 2181 §10.1). */
export interface Beside {
  name: string;
  target: string;
  types: string[];
  answers: Answer[];
}

/** The names of mail policies at which text stands beside an alias. */
export const policyConflicts = defineFact({
  id: "policy-conflicts",
  of: "domain",
  async gather(name, tools) {
    const all = await Promise.all(
      labels.map(async (label) => {
        const at = `${label}.${name}`;
        return { at, conflict: await conflict(at, [await tools.dns(at, "TXT")], tools) };
      }),
    );
    return { names: all.map(({ at }) => at), conflicts: all.flatMap(({ conflict: found }) => found ?? []) };
  },
});

/** Whether the domain itself is an alias, and what stands beside that. */
export const ownAlias = defineFact({
  id: "own-alias",
  of: "domain",
  async gather(name, tools) {
    const answers = await Promise.all((["SOA", "MX", "TXT"] as const).map((type) => tools.dns(name, type)));
    const found = await conflict(name, answers, tools);
    const target = found?.target ?? answers.find(({ aliases }) => aliases.length > 0)?.aliases[0] ?? null;
    return { target, beside: found, answers };
  },
});

/**
 * Data and an alias at one name. A resolver may hold one of them from before a change, so that both must come from a name
 * server of the zone.
 */
async function conflict(
  name: string,
  answers: readonly Answer[],
  tools: Pick<Tools, "ask" | "dns">,
): Promise<Beside | null> {
  const types = answers.filter(holdsData).map(({ type }) => type);
  if (types.length === 0) return null;
  const seen = await tools.ask(alias, name);
  if (isAbsent(seen) || seen.target === null) return null;
  const own = await Promise.all((["CNAME", ...types] as RecordType[]).map((type) => published(name, type, tools)));
  const [cname, ...others] = own;
  const target = cname!.records[0]?.data as string | undefined;
  const data = others.filter(holdsData);
  if (target === undefined || data.length === 0) return null;
  return { name, target, types: data.map(({ type }) => type), answers: own };
}

const holdsData = ({ aliases, records }: Answer): boolean => aliases.length === 0 && records.length > 0;
