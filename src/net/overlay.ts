import { bounds } from "../bounds.js";
import { isWithin } from "../syntax/domain-name.js";
import { plainName } from "../syntax/rdata.js";
import { type Answer, type DnsHow, type Net, NetError, type RecordType, type ResourceRecord } from "./net.js";
import { type Found, type Overlaid, ZoneNames } from "./zone-names.js";

/**
 * A net in which zones stand already that are not published yet: names of theirs are answered as their servers would
 * (RFC 1034 §4.3.2, RFC 4592), all else by the net below.
 */
export function overlay(net: Net, zones: readonly Overlaid[], server = "proposed"): Net {
  const names = zones.map((zone) => new ZoneNames(zone)).sort((a, b) => b.origin.length - a.origin.length);

  const dns = async <T extends RecordType>(name: string, type: T, how?: DnsHow): Promise<Answer<T>> => {
    const asked = plainName(name);
    const aliases: string[] = [];
    for (let at = asked; ;) {
      const found = inZones(at, type, how);
      if (!found) return await below(asked, at, type, how, aliases);
      if (found.alias === undefined) {
        const records = found.records.map((record) => ({ ...record, name: at })) as ResourceRecord<T>[];
        return { name: asked, type, rcode: found.exists ? "NOERROR" : "NXDOMAIN", records, aliases, ad: false, server };
      }
      if (found.alias === asked || aliases.includes(found.alias))
        return { name: asked, type, rcode: "NOERROR", records: [], aliases, loop: true, ad: false, server };
      aliases.push(found.alias);
      if (aliases.length > bounds.dns.aliases)
        throw new NetError("limit", `${asked} leads through more than ${bounds.dns.aliases} aliases`);
      at = found.alias;
    }
  };

  /** What the zones say of a name; nothing where they have no say. */
  function inZones(name: string, type: RecordType, how: DnsHow | undefined): Found | undefined {
    // A cut hands the name to the zone below it, if that is among them; its DS stays above (RFC 4035 §3.1.4.1).
    const holding = names.filter(({ origin }) => isWithin(name, origin) && !(type === "DS" && name === origin));
    const zone = holding[0];
    if (!zone || zone.handsOn(name, type)) return undefined;
    const found = zone.find(name, type);
    if (found && (how?.server !== undefined || how?.dnssec || how?.cd)) throw unsigned(name);
    return found;
  }

  /** The rest of the way, which may come back to a name of the zones. */
  async function below<T extends RecordType>(
    asked: string,
    at: string,
    type: T,
    how: DnsHow | undefined,
    aliases: string[],
  ): Promise<Answer<T>> {
    const answer = await net.dns(at, type, how);
    const back = answer.aliases.findIndex((alias) => inZones(alias, type, how) !== undefined);
    if (back < 0)
      return aliases.length === 0 ? answer : { ...answer, name: asked, aliases: [...aliases, ...answer.aliases] };
    const rest = await dns(answer.aliases[back]!, type, how);
    return { ...rest, name: asked, aliases: [...aliases, ...answer.aliases.slice(0, back + 1), ...rest.aliases] };
  }

  return { ...net, dns };
}

function unsigned(name: string): NetError {
  const text = "what only its servers can tell is not known of a zone that is proposed";
  return new NetError("offline", `${name}: ${text}`, { because: { id: "proposal", text } });
}
