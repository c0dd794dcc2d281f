import { type Absent, absent, defineFact, isAbsent } from "../../fact.js";
import { registrableDomain } from "../../data/public-suffixes.js";
import { canonical, isAddress, rangeName } from "../../syntax/address.js";
import { parsePath } from "../../syntax/address-list.js";
import { isHostName, isWithin } from "../../syntax/domain-name.js";
import { type Field, unfolded } from "../../syntax/message.js";
import { type Hop, parseReceived } from "../../syntax/received.js";
import { message } from "./message.js";

/** How a message reached the host that took it from outside. */
interface Delivery {
  ip: string;
  /** What range the address is of, where it is not one of the public network: what SPF says of such proves nothing. */
  range: string | null;
  helo: string | null;
  /** The reverse-path, empty for a bounce; null where nothing tells. */
  mailFrom: string | null;
  /** The domain that SPF is asked about: of the reverse-path, or of EHLO where that is empty (RFC 7208 §2.4). */
  spfDomain: string | null;
  tls: boolean | null;
  protocol: string | null;
  /** The host that took it; ISO 8601, when. */
  by: string | null;
  at: string | null;
  /** Where this is from: said with the message, or which Received field counting from the top. */
  from: "envelope" | number;
  /** All hops, the last one first. */
  hops: Hop[];
}

/** Fields that are looked at, of those that hosts on the way have added. */
const most = 50;

/**
 * The hop from outside: what was said of it with the message, or else the first Received field from the top whose client
 * is not one of the receiver's own hosts. Fields below that one come from the sender, and prove nothing.
 */
export const messageDelivery = defineFact({
  id: "message-delivery",
  of: "message",
  reaches: "file",
  async gather(of, { ask }): Promise<Delivery | Absent> {
    const found = await ask(message, of);
    if (isAbsent(found)) return found;
    const { envelope } = of;
    const hops = found.fields
      .filter(({ key }) => key === "received")
      .slice(0, most)
      .map((field) => parseReceived(unfolded(field)));
    const place = await border(hops);
    const hop = place < 0 ? undefined : hops[place]!;
    const ip = envelope.ip ?? hop?.ip;
    if (ip === undefined || ip === null) {
      return absent(
        hops.length === 0
          ? "the message has no Received field: it was not sent yet"
          : "no Received field tells an address from outside",
      );
    }
    const told =
      envelope.ip === undefined || (hop?.ip && canonical(hop.ip) === canonical(envelope.ip)) ? hop : undefined;
    const helo = envelope.helo ?? told?.helo ?? null;
    const mailFrom = envelope.mailFrom ?? reversePath(found.fields);
    const range = rangeName(ip) ?? "";
    return {
      ip: canonical(ip),
      range: inside.has(range) ? range : null,
      helo,
      mailFrom,
      spfDomain: spfDomainOf(mailFrom, helo),
      tls: envelope.tls ?? told?.tls ?? null,
      protocol: told?.protocol ?? null,
      by: told?.by ?? null,
      at: told?.at ?? null,
      from: envelope.ip === undefined ? place + 1 : ("envelope" as const),
      hops,
    };
  },
});

/** Why nothing that hangs on the address of the client can be judged, if so. */
export const fromInside = ({ ip, range }: { ip: string; range: string | null }): string | undefined =>
  range === null
    ? undefined
    : `it came from ${ip}, which is no public address (${range}); --ip tells the one that sends`;

/** Ranges that no client from outside comes from. Those for documentation stand for public ones. */
const inside = new Set([
  "private",
  "carrier-grade NAT",
  "loopback",
  "link-local",
  "unique-local",
  "site-local",
  "unspecified",
]);

async function border(hops: readonly Hop[]): Promise<number> {
  const outside = (hop: Hop): boolean => hop.ip !== null && isAddress(hop.ip) && !inside.has(rangeName(hop.ip) ?? "");
  const own = await Promise.all(hops.map(isOwn));
  const foreign = hops.findIndex((hop, at) => outside(hop) && !own[at]);
  return foreign < 0 ? hops.findIndex(outside) : foreign;
}

/** Whether the client is of the operator of the host that wrote the field: then the message was inside already. */
async function isOwn({ name, helo, by }: Hop): Promise<boolean> {
  const client = name ?? helo;
  if (client === null || by === null || !isHostName(client) || !isHostName(by)) return false;
  const operator = await registrableDomain(by);
  return operator !== null && operator !== by.toLowerCase() && isWithin(client.toLowerCase(), operator);
}

/** The reverse-path that the last host wrote on top at delivery (RFC 5321 §4.4), or that its SPF check did (RFC 7208 §9.1). */
function reversePath(fields: readonly Field[]): string | null {
  const path = fields.find(({ key }) => key === "return-path");
  if (path) return parsePath(unfolded(path)) ?? null;
  const spf = fields.find(({ key }) => key === "received-spf");
  const from = spf && /\benvelope-from=("?)<?([^\s;"<>]*)>?\1/i.exec(unfolded(spf).slice(0, 2_000));
  return from ? (parsePath(`<${from[2]!}>`) ?? null) : null;
}

function spfDomainOf(mailFrom: string | null, helo: string | null): string | null {
  if (mailFrom === null) return null;
  const domain = mailFrom === "" ? helo : mailFrom.slice(mailFrom.lastIndexOf("@") + 1);
  return domain !== null && isHostName(domain) ? domain.toLowerCase() : null;
}

/** Whether the message came by TLS; absent where nothing tells. */
export const messageTransport = defineFact({
  id: "message-transport",
  of: "message",
  reaches: "file",
  async gather(of, { ask }) {
    const found = await ask(messageDelivery, of);
    if (isAbsent(found)) return found;
    const { ip, tls, protocol, by } = found;
    if (tls === null) return absent(`${by ?? "the receiver"} does not tell whether ${ip} used TLS`);
    return { ip, tls, protocol: protocol ?? (tls ? "TLS" : "SMTP"), by };
  },
});
