import { canonical } from "./address.js";

/** Sockets that listen, in the table of the Linux kernel, /proc/net/tcp or tcp6 (proc_net(5)); words are little-endian. */
export function listeningIn(table: string): { ip: string; port: number }[] {
  return table.split("\n").flatMap((line) => {
    const place = /^\s*\d+:\s+([\dA-F]{8}|[\dA-F]{32}):([\dA-F]{4})\s+\S+\s+0A\s/.exec(line);
    return place ? [{ ip: addressOf(place[1]!), port: Number.parseInt(place[2]!, 16) }] : [];
  });
}

function addressOf(hex: string): string {
  const octets = (hex.match(/.{8}/g) ?? []).flatMap((word) => (word.match(/../g) ?? []).reverse());
  if (octets.length === 4) return octets.map((octet) => Number.parseInt(octet, 16)).join(".");
  const groups = Array.from({ length: 8 }, (_, at) => octets[2 * at]! + octets[2 * at + 1]!);
  return canonical(groups.join(":").toLowerCase());
}
