import { defineCommand } from "./command.js";
import { probing } from "./probe-flags.js";

export default defineCommand({
  name: "probe",
  about: "speak with a mail server, step by step",
  usage: [
    ["probe HOST[:PORT]", "up to TLS; IMAP, POP3 and ManageSieve by their ports"],
    ["probe HOST --to ADDRESS", "up to what it says of a recipient; nothing is sent"],
    ["probe HOST --to ADDRESS --send", "a test message"],
    ["probe DOMAIN --mx", "the first of its mail hosts that answers"],
  ],
  flags: probing,
  words: { placeholder: "HOST", least: 1, most: 1 },
  exits: ["0 accepted   1 refused for good   2 not tried", "3 refused for now, or nobody could tell   130 interrupted"],
  examples: [
    "mailworthy probe mx1.example.com --quit-after tls",
    "mailworthy probe example.com --mx --to postmaster@example.com",
    "mailworthy probe smtp.example.com:587 --auth ada@example.com",
    "mailworthy probe imap.example.com:993 --verify",
  ],
  async run(shell, flags, [word]) {
    const [
      { settle },
      { openNet },
      { looksOf },
      { readProbe },
      { probe },
      { trustStore },
      { hostPort, parseEndpoint },
    ] = await Promise.all([
      import("./settings.js"),
      import("./outside.js"),
      import("./terminal.js"),
      import("./probe-wish.js"),
      import("../probe/probe.js"),
      import("../net/tls/trust.js"),
      import("../net/resolvers.js"),
    ]);
    const { target, port, wish } = await readProbe(word!, flags, shell);
    const outside = (await settle(flags, shell)).net;
    const { ca, connectTo = {} } = outside;
    const elsewhere = new Map(Object.entries(connectTo).map(([from, to]) => [from, parseEndpoint(to)]));
    const stop = new AbortController();
    const heed = shell.onInterrupt(() => (stop.signal.aborted ? shell.leave(130) : stop.abort()));
    const net = await openNet(outside, shell);
    try {
      const found = await probe(target, port, wish, {
        net,
        trust: trustStore({ ...(ca !== undefined && { ca }) }),
        signal: stop.signal,
        dial: (at) => elsewhere.get(hostPort(at)),
      });
      if (flags.json) {
        const { json } = await import("../clean.js");
        await shell.stdout.write(`${json(found, 2)}\n`);
      } else {
        const { probeScreen } = await import("./probe-screen.js");
        await shell.stdout.write(probeScreen(found, looksOf(shell.stdout, shell, flags), flags.verbose ?? 0));
      }
      return found.exit;
    } finally {
      heed();
      await net.close?.();
    }
  },
});
