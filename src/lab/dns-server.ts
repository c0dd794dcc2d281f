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
      response.header.ra = 1;
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
      if (found.records.length === 0) response.authorities.push(start(found) as never);
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

/** The start of authority that goes with absence (RFC 2308 §3): of the two right-most labels. */
function start({ name }: Answer): object {
  const zone = name.split(".").slice(-2).join(".");
  const data = {
    mname: `ns1.${zone}`,
    rname: `hostmaster.${zone}`,
    serial: 1,
    refresh: 7200,
    retry: 900,
    expire: 1_209_600,
    minimum: 300,
  };
  return wire({ name: zone, type: "SOA", ttl: 300, data } satisfies ResourceRecord<"SOA">);
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
