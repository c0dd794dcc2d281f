import { getServers } from "node:dns";
import { canonical, isAddress } from "../syntax/address.js";

/** An address and a port. */
export interface Endpoint {
  ip: string;
  port: number;
}

/** A server as a user names it: `192.0.2.53`, `192.0.2.53:5353`, `2001:db8::53`, `[2001:db8::53]:5353`. */
export function parseEndpoint(text: string): Endpoint {
  const [, inner, digits] = /^\[([^\]]*)\](?::(\d+))?$/.exec(text) ?? /^([^:[]*)(?::(\d+))?$/.exec(text) ?? ["", text];
  const port = Number(digits ?? 53);
  if (!isAddress(inner!) || port < 1 || port > 65_535) throw new TypeError(`"${text}" is no address of a server`);
  return { ip: canonical(inner!), port };
}

/** `192.0.2.25:25`, `[2001:db8::25]:25`. */
export function hostPort({ ip, port }: Endpoint): string {
  return ip.includes(":") ? `[${ip}]:${port}` : `${ip}:${port}`;
}

/** A server in the shortest way to name it: the port only where it is not that of DNS. */
export function spell(at: Endpoint): string {
  return at.port === 53 ? at.ip : hostPort(at);
}

/** The resolvers that this system asks, as far as they have an address without a zone. Search lists are never used. */
export function systemResolvers(): Endpoint[] {
  return getServers().flatMap((server) => {
    try {
      return [parseEndpoint(server)];
    } catch {
      return [];
    }
  });
}
