import { createServer } from "node:https";
import type { Authority } from "./certificates.js";

/** An HTTPS server on a free loopback port that serves fixed texts by path, drawings as such. */
export async function serveWeb(
  name: string,
  pages: Readonly<Record<string, string>>,
  authority: Authority,
): Promise<{ port: number; close(): Promise<void> }> {
  const server = createServer(authority.issue({ names: [name] }), (request, response) => {
    const body = pages[request.url ?? "/"];
    const type = request.url?.endsWith(".svg") ? "image/svg+xml" : "text/plain";
    response.writeHead(body === undefined ? 404 : 200, { "content-type": type }).end(body ?? "");
  });
  await new Promise<void>((resolve, reject) => server.once("error", reject).listen(0, "127.0.0.1", resolve));
  return {
    port: (server.address() as { port: number }).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
