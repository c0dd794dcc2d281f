import { createSocket } from "node:dgram";
import { createServer, type Server, type Socket } from "node:net";
import { createServer as createDnsServer, Packet } from "dns2";
import type { Lookup } from "../testing/zone.js";
import type { Answer, RecordType, ResourceRecord } from "../net/net.js";
import { dotless, wire } from "./rdata.js";

const rcodes = { servfail: 2, refused: 5, lame: 5 } as const;

/** A DNS server on loopback, UDP and TCP on one port, that answers from zone text; `!timeout` in it is silence. */
export async function serveDns(lookup: Lookup, port?: number): Promise<{ port: number; close(): Promise<void> }> {
  const server = createDnsServer({
    udp: true,
    tcp: true,
    handle(request, send) {
      const [question] = request.questions;
      if (!question) return;
      const response = Packet.createResponseFromRequest(request);
      // It is the resolver for whoever asks it as one, and the authority for whoever does not.
      const { rd } = request.header;
      Object.assign(response.header, rd ? { ra: 1 } : { ra: 0, aa: 1 });
      const type = typeName(question.type!);
      const found = lookup(dotless(question.name), type);
      if ("fault" in found) {
        if (found.fault === "timeout") return;
        if (found.fault !== "malformed") response.header.rcode = rcodes[found.fault];
        void send(found.fault === "malformed" ? (Buffer.of(0) as never) : response);
        return;
      }
      Object.assign(response.header, { ad: found.ad ? 1 : 0 }); // not in its types
      response.header.rcode = found.rcode === "NXDOMAIN" ? 3 : 0;
      response.answers.push(...(answersOf(found) as never[]));
      const start = found.records.length === 0 && startAbove(found.aliases.at(-1) ?? found.name, lookup);
      if (start) response.authorities.push(start as never);
      void send(response);
    },
  });
  const sockets = new Set<Socket>();
  const { tcp } = (server as unknown as { servers: { tcp: Server } }).servers;
  tcp.on("connection", (socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  const at = port ?? (await freePort());
  const place = { port: at, address: "127.0.0.1" };
  await new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen({ udp: place, tcp: place }).then(resolve, reject);
  });
  server.on("error", () => {});
  return {
    port: at,
    async close() {
      const closing = server.close();
      for (const socket of sockets) socket.destroy(); // it would wait ten seconds for an idle client
      await closing;
    },
  };
}

/** The alias chain, then the records at its end. */
function answersOf({ name, aliases, records }: Answer): object[] {
  const owners = [name, ...aliases];
  const chain = aliases.map((alias, at) => wire({ name: owners[at]!, type: "CNAME", ttl: 3600, data: alias }));
  return [...chain, ...records.map((record) => wire(record))];
}

/** The start of authority that goes with absence, its TTL what absence may be kept for (RFC 2308 §3). */
function startAbove(name: string, lookup: Lookup): object | undefined {
  for (let at = name; ; at = at.slice(at.indexOf(".") + 1 || at.length) || ".") {
    const found = lookup(at, "SOA");
    const soa = "records" in found ? (found.records[0] as ResourceRecord<"SOA"> | undefined) : undefined;
    if (soa) return wire({ ...soa, ttl: Math.min(soa.ttl, soa.data.minimum) });
    if (at === ".") return undefined;
  }
}

function typeName(code: number): RecordType {
  const name = Object.entries(Packet.TYPE).find(([, value]) => value === code)?.[0];
  return (name ?? `TYPE${code}`) as RecordType;
}

/** A port that is free for UDP and TCP alike: one that is free for UDP alone may be taken for the other. */
async function freePort(): Promise<number> {
  for (let left = 20; left > 0; left--) {
    const udp = createSocket("udp4");
    const tcp = createServer();
    try {
      await new Promise<void>((resolve, reject) => udp.once("error", reject).bind(0, "127.0.0.1", resolve));
      const { port } = udp.address();
      await new Promise<void>((resolve, reject) => tcp.once("error", reject).listen(port, "127.0.0.1", resolve));
      await new Promise((resolve) => tcp.close(resolve));
      return port;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EADDRINUSE") throw error;
    } finally {
      udp.close();
    }
  }
  throw new Error("no port of 127.0.0.1 is free for both UDP and TCP");
}
