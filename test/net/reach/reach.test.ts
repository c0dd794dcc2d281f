import { fork } from "node:child_process";
import { once } from "node:events";
import { type AddressInfo, connect, createServer } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import { Limits } from "../../../src/net/limits.js";
import type { Place } from "../../../src/net/net.js";
import { reach } from "../../../src/net/reach.js";
import { connectTcp } from "../../../src/net/tcp.js";

const limits = new Limits();
const at = (port: number, ip = "127.0.0.1"): Place => ({ host: "mx1.example.com", ip, port });

async function listening(): Promise<{ port: number; close: () => Promise<unknown> }> {
  const server = createServer((socket) => socket.on("error", () => {})).listen(0, "127.0.0.1");
  await once(server, "listening");
  const close = (): Promise<unknown> => {
    server.close();
    return once(server, "close");
  };
  return { port: (server.address() as AddressInfo).port, close };
}

describe("whether a port opens", () => {
  it("is open, then refused", async () => {
    const { port, close } = await listening();
    expect(await reach(at(port), { limits })).toMatchObject({ outcome: "open", took: expect.any(Number) as number });
    await close();
    expect(await reach(at(port), { limits })).toMatchObject({ outcome: "refused" });
  });

  it("is not known where there is no way", async () => {
    await expect(reach(at(25, "255.255.255.255"), { limits })).rejects.toMatchObject({
      code: "unreachable",
      because: {
        id: "tcp 255.255.255.255:25",
        text: "mx1.example.com [255.255.255.255]:25 cannot be reached from here",
      },
    });
  });

  it("is not known once the run is stopped", async () => {
    await expect(reach(at(25), { limits, signal: AbortSignal.abort() })).rejects.toMatchObject({ code: "interrupted" });
  });
});

/** On Linux a listener that never accepts drops what comes when its queue is full, as a filter on the way would. */
describe.runIf(process.platform === "linux")("a connection that is dropped in silence", () => {
  async function deaf(): Promise<number> {
    const child = fork(new URL("deaf.mjs", import.meta.url));
    onTestFinished(() => void child.kill("SIGKILL"));
    const [port] = (await once(child, "message")) as [number];
    for (let times = 0; times < 4; times++) {
      const filler = connect(port, "127.0.0.1").on("error", () => {});
      onTestFinished(() => void filler.destroy());
    }
    await new Promise((later) => setTimeout(later, 50));
    return port;
  }

  it("is a timeout that others may hang on", async () => {
    const port = await deaf();
    await expect(connectTcp(at(port), { within: 200 })).rejects.toMatchObject({
      name: "NetError",
      code: "timeout",
      message: `no connection to mx1.example.com [127.0.0.1]:${port} in 0.2 s`,
      because: { id: `tcp 127.0.0.1:${port}`, text: `mx1.example.com [127.0.0.1]:${port} does not answer` },
    });
  });

  it("ends with the signal", async () => {
    const controller = new AbortController();
    const waiting = connectTcp(at(await deaf()), { signal: controller.signal });
    setTimeout(() => controller.abort(), 20);
    await expect(waiting).rejects.toMatchObject({ code: "interrupted" });
  });
});
