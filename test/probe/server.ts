import { onTestFinished } from "vitest";
import { liveNet } from "../../src/net/live.js";
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

/** A probe of a server that behaves as told, and what the server heard. */
export async function against(
  play: (talk: Talk) => void | Promise<void>,
  more: Partial<Wish> = {},
): Promise<{ found: Probe; heard: string[]; said: string[] }> {
  const server = await scripted(play);
  onTestFinished(() => server.close());
  const net = liveNet({ resolvers: ["127.0.0.1:9"] });
  onTestFinished(() => net.close?.());
  const trust = trustStore({ ca: root.cert });
  const found = await probe({ host: "127.0.0.1", mx: false }, server.port, wished(more), { net, trust });
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
