import { UsageError } from "../usage.js";
import { readDuration } from "../duration.js";
import { defineCommand } from "./command.js";
import { configuring, type Flags, printing, resolving } from "./flags.js";
import type { Heard } from "./questions.js";

const waits = "What to wait for";

export default defineCommand({
  name: "dns",
  about: "one answer, as mailworthy sees it",
  usage: [["dns NAME [TYPE]", "a name, or an address for its PTR record"]],
  flags: {
    expect: {
      value: "VALUE",
      many: "again",
      group: waits,
      help: "a record that each server must have, as it is printed; none: that there is none",
    },
    wait: { value: "DURATION", read: readDuration, group: waits, help: "ask again until they do, at most so long" },
    interval: { value: "DURATION", read: readInterval, group: waits, help: "time between two rounds; default: 15s" },
    at: {
      value: "SERVER",
      group: "Whom to ask",
      help: "an address or a name of a server; each: every name server of the zone",
    },
    ...resolving,
    ...configuring,
    ...printing,
  } satisfies Flags,
  words: { placeholder: "NAME", least: 1, most: 2 },
  exits: [
    "0 answered, also that there is none   1 servers differ, or one has not what is",
    "expected   2 not asked   3 somebody did not answer   130 interrupted",
  ],
  examples: [
    "mailworthy dns example.com MX",
    "mailworthy dns _dmarc.example.com TXT --at each",
    "mailworthy dns 192.0.2.25",
    "mailworthy dns _dmarc.example.com --expect 'v=DMARC1; p=reject' --wait 10m",
  ],
  async run(shell, flags, [word, kind]) {
    const [{ settle }, { openNet }, { looksOf }, { askedOf, nameOf, serversOf, typesOf }] = await Promise.all([
      import("./settings.js"),
      import("./outside.js"),
      import("./terminal.js"),
      import("./questions.js"),
    ]);
    const name = await nameOf(word!);
    const types = await typesOf(word!, kind);
    // Who names a server wants that one, wherever it is.
    const own = flags.at !== undefined && flags.at !== "each" && { allowPrivate: true };
    const outside = { ...(await settle(flags, shell)).net, ...own };
    if (flags.expect?.length > 0) {
      if (types.length > 1) throw new UsageError("of which type is what is expected?", `mailworthy dns ${word} TXT`);
      const { expecting } = await import("./expecting.js");
      return expecting(shell, { ...flags, name, type: types[0]!, outside });
    }
    if (flags.wait !== undefined || flags.interval !== undefined)
      throw new UsageError("--wait needs what to wait for.", "--expect VALUE, as in --expect 'v=DMARC1; p=reject'");
    const net = await openNet(outside, shell);
    try {
      const servers = await serversOf(flags.at, name, net);
      const heard = await Promise.all(
        servers.flatMap((server) => types.map((type) => askedOf(net, name, type, server))),
      );
      const differ = types.some((type) => disagree(heard.filter((one) => one.type === type)));
      const [{ answers, closing }, { json }] = await Promise.all([import("./answers.js"), import("../clean.js")]);
      await shell.stdout.write(
        flags.json
          ? `${json(heard, 2)}\n`
          : answers(heard, looksOf(shell.stdout, shell, flags)) +
              (servers.length > 1 ? closing(servers.length, differ) : ""),
      );
      if (differ) return 1;
      return heard.some(({ unknown }) => unknown !== undefined) ? 3 : 0;
    } finally {
      await net.close?.();
    }
  },
});

/** Whether servers that answered hold different records, whatever their order and TTL. */
function disagree(heard: readonly Heard[]): boolean {
  const told = heard.flatMap(({ answer }) =>
    answer
      ? [
          `${answer.rcode} ${answer.records
            .map(({ data }) => JSON.stringify(data))
            .sort()
            .join(" ")}`,
        ]
      : [],
  );
  return new Set(told).size > 1;
}

function readInterval(text: string): number {
  const interval = readDuration(text);
  if (interval < 1_000) throw new UsageError(`"${text}" is too often`, "1s or more, 15s where nothing presses");
  return interval;
}
