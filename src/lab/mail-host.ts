import { createServer, type Socket } from "node:net";
import { createSecureContext, type SecureContext, type SecureVersion, TLSSocket } from "node:tls";
import type { Authority, Shown } from "./certificates.js";

/** How a lab mail host behaves; a plain one greets, takes EHLO and offers STARTTLS. */
export interface MailHost {
  name: string;
  greeting?: string;
  /** Milliseconds before the greeting. */
  wait?: number;
  /** Takes the connection and ends it at once. */
  hangsUp?: true;
  keywords?: string[];
  /** No STARTTLS without one. */
  certificate?: Shown;
  tls?: { minVersion?: SecureVersion; maxVersion?: SecureVersion };
}

/** An SMTP server on a free loopback port that behaves as told; it takes no mail. */
export async function serveMail(
  host: MailHost,
  authority: Authority,
): Promise<{ port: number; close(): Promise<void> }> {
  const context = host.certificate && secureContext(host, authority);
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => {});
    socket.once("close", () => sockets.delete(socket));
    if (host.hangsUp) {
      socket.destroy();
      return;
    }
    const greet = setTimeout(
      () => socket.write(`${host.greeting ?? `220 ${host.name} ESMTP ready`}\r\n`),
      host.wait ?? 0,
    );
    socket.once("close", () => clearTimeout(greet));
    answer(socket, host, context);
  });
  await new Promise<void>((resolve, reject) => server.once("error", reject).listen(0, "127.0.0.1", resolve));
  return {
    port: (server.address() as { port: number }).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

function secureContext({ certificate, tls }: MailHost, authority: Authority): SecureContext {
  // A weak key or an old version can be shown only below OpenSSL's own level of safety.
  return createSecureContext({ ...authority.issue(certificate!), ciphers: "DEFAULT@SECLEVEL=0", ...tls });
}

function answer(socket: Socket, host: MailHost, context: SecureContext | undefined, secured = false): void {
  const offered = ["PIPELINING", "SIZE 52428800", "8BITMIME", ...(host.keywords ?? [])];
  const keywords = context && !secured ? [...offered, "STARTTLS"] : offered;
  let rest = "";
  const listen = (chunk: Buffer): void => {
    rest += chunk.toString("latin1");
    for (let end = rest.indexOf("\n"); end >= 0; end = rest.indexOf("\n")) {
      const line = rest.slice(0, end).trim();
      rest = rest.slice(end + 1);
      say(line.split(" ")[0]!.toUpperCase());
    }
  };
  const say = (verb: string): void => {
    switch (verb) {
      case "EHLO": {
        const lines = [host.name, ...keywords];
        socket.write(lines.map((line, at) => `250${at < lines.length - 1 ? "-" : " "}${line}\r\n`).join(""));
        return;
      }
      case "HELO":
        return void socket.write(`250 ${host.name}\r\n`);
      case "STARTTLS":
        if (!context || secured) return void socket.write("502 5.5.1 not offered\r\n");
        socket.off("data", listen);
        socket.write("220 2.0.0 ready to start TLS\r\n");
        return upgrade();
      case "QUIT":
        return void socket.end("221 2.0.0 bye\r\n");
      default:
        socket.write("502 5.5.1 this host takes no mail\r\n");
    }
  };
  const upgrade = (): void => {
    const secure = new TLSSocket(socket, { isServer: true, secureContext: context!, ...host.tls });
    secure.on("error", () => socket.destroy());
    answer(secure, host, context, true);
  };
  socket.on("data", listen);
}
