import { onTestFinished } from "vitest";
import { liveNet } from "../../src/net/live.js";
import type { Place } from "../../src/net/net.js";
import { ownContext } from "../../src/net/tls/offer.js";
import { trustStore } from "../../src/net/tls/trust.js";
import { probe, type Probe } from "../../src/probe/probe.js";
import type { Wish } from "../../src/probe/wish.js";
import { intermediate, leaf, root } from "../net/authority.js";
import { scripted, type Talk } from "../net/scripted.js";

export const credentials = { key: leaf.key, cert: leaf.cert + intermediate.cert };

/** A wish for as little as can be. */
export const wished = (more: Partial<Wish> = {}): Wish => ({
  protocol: "smtp",
  tls: "opportunistic",
  context: ownContext({}),
  sni: "mx1.example.com",
  verify: false,
  insecure: false,
  helo: "probe.example.net",
  xclient: [],
  to: [],
  pipelining: true,
  total: 1_500,
  ...more,
});

/** A probe of a port on loopback; `as`: the address that the server is said to have. */
export async function probed(
  port: number,
  more: Partial<Wish> = {},
  { as = "127.0.0.1", signal }: { as?: string; signal?: AbortSignal } = {},
): Promise<Probe> {
  const net = liveNet({ resolvers: ["127.0.0.1:9"] });
  onTestFinished(() => net.close?.());
  const dial = (): Place["dial"] => ({ ip: "127.0.0.1", port });
  const around = { net, trust: trustStore({ ca: root.cert }), dial, ...(signal && { signal }) };
  return probe({ host: as, mx: false }, port, wished(more), around);
}

/** A probe of a server that behaves as told, what the server heard, and the transcript. */
export async function against(
  play: (talk: Talk) => void | Promise<void>,
  more: Partial<Wish> = {},
  how: Parameters<typeof probed>[2] = {},
): Promise<{ found: Probe; heard: string[]; said: string[] }> {
  const server = await scripted(play);
  onTestFinished(() => server.close());
  const found = await probed(server.port, more, how);
  return {
    found,
    heard: server.talks[0]?.heard ?? [],
    said: found.turns.map(({ from, lines }) => `${{ server: "<", client: ">", note: "-" }[from]} ${lines.join("|")}`),
  };
}

/** Answers by the first word of each line, until the client goes; `250 ok` where nothing is told. */
export async function serve(talk: Talk, replies: Readonly<Record<string, string>>): Promise<void> {
  talk.say(replies["greeting"] ?? "220 mx1.example.com ESMTP\r\n");
  const defaults: Record<string, string> = {
    EHLO: "250-mx1.example.com\r\n250 8BITMIME\r\n",
    STARTTLS: "220 go ahead\r\n",
    DATA: "354 go on\r\n",
    QUIT: "221 bye\r\n",
  };
  for (;;) {
    const line = await talk.hear();
    const word = line.split(" ")[0]!.toUpperCase();
    talk.say(replies[line] ?? replies[word] ?? defaults[word] ?? "250 ok\r\n");
    if (word === "STARTTLS") await talk.secure(credentials);
    if (word === "DATA") {
      while ((await talk.hear()) !== ".");
      talk.say(replies["."] ?? "250 2.0.0 queued\r\n");
    }
    if (word === "QUIT") talk.end();
  }
}
