import { rangeName } from "../syntax/address.js";
import { UsageError } from "../usage.js";
import { DnsClient } from "./dns/client.js";
import { readFile } from "./file.js";
import { get } from "./https.js";
import { notGathered } from "./held.js";
import { Limits } from "./limits.js";
import { type Net, NetError, type Place } from "./net.js";
import { reach } from "./reach.js";
import { type Endpoint, hostPort, parseEndpoint, systemResolvers } from "./resolvers.js";
import { openSmtp } from "./smtp/connect.js";
import { type TrustStore, trustStore } from "./tls/trust.js";

export interface LiveOptions {
  /** Addresses, with a port if not 53; those of the system where none is given. */
  resolvers?: readonly string[];
  /** Further roots to trust, PEM. */
  ca?: string;
  /** Special-purpose addresses are contacted too, whoever names them. */
  allowPrivate?: boolean;
  /** Where addresses really are, `address:port` by `address:port`; what stands here is contacted, whatever its range. */
  connectTo?: Readonly<Record<string, string>>;
}

/** The outside as it is. Throws a UsageError for options that cannot be. */
export function liveNet({ resolvers, ca, allowPrivate = false, connectTo = {} }: LiveOptions = {}): Net {
  const dns = new DnsClient({ resolvers: endpoints(resolvers) });
  const limits = new Limits();
  const trust = roots(ca);
  const elsewhere = new Map(Object.entries(connectTo).map(([from, to]) => [from, parseEndpoint(to)]));

  const moved = (place: Endpoint): Endpoint | undefined => elsewhere.get(hostPort(place));
  /** Where to go for a place, which is nowhere private that a stranger's record leads to. */
  const real = <P extends Endpoint>(place: P): P & Pick<Place, "dial"> => {
    const to = moved(place);
    const range = allowPrivate || to ? undefined : rangeName(place.ip);
    if (range === undefined) return { ...place, ...(to && { dial: to }) };
    const text = `${place.ip} is not contacted: it is no public address (${range})`;
    throw new NetError("blocked", text, {
      because: { id: `address ${place.ip}`, text, next: ["--allow-private contacts it"] },
    });
  };
  const resolve = async (host: string, signal: AbortSignal | undefined): Promise<string[]> => {
    const how = { ...(signal && { signal }) };
    const answers = await Promise.allSettled([dns.dns(host, "A", how), dns.dns(host, "AAAA", how)]);
    const found = answers.flatMap((one) =>
      one.status === "fulfilled" ? one.value.records.map(({ data }) => data) : [],
    );
    const failed = answers.find((one) => one.status === "rejected");
    if (found.length === 0 && failed) throw failed.reason;
    return found;
  };

  const atServer: Net["dns"] = async (name, type, how) => {
    const server = how!.server!;
    const at = real(parseEndpoint(server));
    const answer = await dns.dns(name, type, { ...how, server: hostPort(at.dial ?? at) });
    return { ...answer, server };
  };

  return {
    dns: (name, type, how) => (how?.server === undefined ? dns.dns(name, type, how) : atServer(name, type, how)),
    reach: async (place, { signal } = {}) => reach(real(place), { signal, limits }),
    smtp: async (place, { signal } = {}) => openSmtp(real(place), { signal, limits, trust }),
    https: (url, { signal, roots: instead } = {}) => {
      const holding = instead === undefined ? undefined : trustStore({ ca, instead });
      return get(url, {
        signal,
        limits,
        trust,
        holding,
        allowPrivate,
        moved,
        resolve: (host) => resolve(host, signal),
      });
    },
    file: readFile,
    local: notGathered,
    now: () => Date.now(),
    about: () => [`resolver ${dns.resolvers.join(", ")}`],
    close: () => dns.close(),
  };
}

function endpoints(resolvers: readonly string[] | undefined): Endpoint[] {
  const asked = resolvers?.map((text) => {
    try {
      return parseEndpoint(text);
    } catch (error) {
      throw new UsageError((error as TypeError).message, "as in 192.0.2.53, 192.0.2.53:5353 or [2001:db8::53]:5353");
    }
  });
  const found = asked ?? systemResolvers();
  if (found.length === 0) throw new UsageError("this machine names no resolver", "name one: --resolver ADDRESS");
  return found;
}

function roots(ca: string | undefined): TrustStore {
  try {
    return trustStore({ ...(ca !== undefined && { ca }) });
  } catch (error) {
    throw new UsageError(`the roots to trust cannot be read: ${(error as Error).message}`, "give certificates in PEM");
  }
}
