import { bounds } from "../bounds.js";
import type { Tools } from "../fact.js";
import { NetError } from "../net/net.js";
import { familyOf, reversed, sameAddress } from "../syntax/address.js";
import { nameFault } from "../syntax/domain-name.js";

/** The names of an address that lead back to it, as SPF validates them (RFC 7208 §5.5). */
export interface ClientNames {
  names: string[];
  /** How many names the address claims, whether they lead back or not. */
  claimed: number;
  /** Queries that went unanswered. SPF goes on as if they had found nothing; nobody else should. */
  unanswered: NetError[];
}

export async function clientNames(ip: string, dns: Tools["dns"]): Promise<ClientNames> {
  const unanswered: NetError[] = [];
  const skip = (error: unknown): { records: never[] } => {
    if (!(error instanceof NetError)) throw error;
    unanswered.push(error);
    return { records: [] };
  };
  const pointers = (await dns(reversed(ip), "PTR").catch(skip)).records.map(({ data }) => data);
  const looked = pointers.slice(0, bounds.spf.ptrNames); // RFC 7208 §4.6.4
  const leadsBack = async (name: string): Promise<boolean> => {
    if (nameFault(name)) return false;
    const { records } = await dns(name, familyOf(ip) === 4 ? "A" : "AAAA").catch(skip);
    return records.some(({ data }) => sameAddress(data, ip));
  };
  const back = await Promise.all(looked.map(leadsBack));
  return { names: looked.filter((_, at) => back[at]), claimed: pointers.length, unanswered };
}
