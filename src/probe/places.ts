import { bounds } from "../bounds.js";
import { type Net, NetError } from "../net/net.js";
import { familyOf } from "../syntax/address.js";
import { endingAfter, endingBy, type Ending } from "./ending.js";

/** Where a probe goes: a host or an address; with `mx`, the mail hosts of a domain. */
export interface Target {
  host: string;
  mx: boolean;
  /** Addresses of one family alone. */
  family?: 4 | 6;
}

interface At {
  host: string;
  ip: string;
}

/** The addresses to try, in the order in which a sender would; or why there is none. */
export async function placesOf(target: Target, dns: Net["dns"]): Promise<At[] | Ending> {
  try {
    const hosts = target.mx ? await exchangesOf(target.host, dns) : [target.host];
    if (hosts.length === 0)
      return endingBy("null-mx", "connect", `${target.host} has the MX record "0 .": it takes no mail`, "refused"); // RFC 7505
    const found: At[] = [];
    let failed: NetError | undefined;
    for (const host of hosts) {
      try {
        found.push(...(await addressesOf(host, target.family, dns)).map((ip) => ({ host, ip })));
      } catch (error) {
        if (!(error instanceof NetError)) throw error;
        failed ??= error;
      }
      if (found.length >= bounds.probe.places) break;
    }
    if (found.length > 0) return found.slice(0, bounds.probe.places);
    if (failed) throw failed;
    const kind = target.family === undefined ? "address" : `IPv${target.family} address`;
    return endingBy("no-name", "connect", `${hosts.join(", ")} has no ${kind}`, "refused");
  } catch (error) {
    if (!(error instanceof NetError)) throw error;
    return { ...endingAfter(error, "connect", target.host), text: error.message };
  }
}

/** The mail hosts of a domain, the first to be tried first; none for one that takes no mail (RFC 5321 §5.1). */
async function exchangesOf(domain: string, dns: Net["dns"]): Promise<string[]> {
  const { records } = await dns(domain, "MX");
  if (records.length === 0) return [domain];
  const sorted = records.map(({ data }) => data).sort((a, b) => a.preference - b.preference);
  return sorted.map(({ exchange }) => exchange).filter((exchange) => exchange !== "." && exchange !== "");
}

async function addressesOf(host: string, family: Target["family"], dns: Net["dns"]): Promise<string[]> {
  const given = familyOf(host);
  if (given) return family === undefined || family === given ? [host] : [];
  // RFC 6761 §6.3: this name means this machine, whatever a resolver says.
  if (host === "localhost") return ["127.0.0.1", "::1"].filter((ip) => family === undefined || familyOf(ip) === family);
  const types = (
    [
      ["A", 4],
      ["AAAA", 6],
    ] as const
  ).filter(([, of]) => family === undefined || family === of);
  const answers = await Promise.allSettled(types.map(([type]) => dns(host, type)));
  const found = answers.flatMap((one) => (one.status === "fulfilled" ? one.value.records.map(({ data }) => data) : []));
  const failed = answers.find((one) => one.status === "rejected");
  if (found.length === 0 && failed) throw failed.reason;
  return found;
}
