import { UsageError } from "../usage.js";
import { defineCommand } from "./command.js";
import { asking, configuring, type Flags, printing, resolving } from "./flags.js";

const { offline, record, replay } = asking;
const message = "A message, everything in it taken to have passed";

export default defineCommand({
  name: "dmarc",
  about: "how the policy of a domain is found, and what it comes to",
  usage: [
    ["dmarc DOMAIN", "the walk, the policy, the reports"],
    ["dmarc DOMAIN --mail-from X --dkim D", "whether a message would pass"],
  ],
  flags: {
    from: { value: "ADDRESS", group: message, help: "its From field; default: the domain" },
    "mail-from": {
      value: "X",
      many: ",",
      group: message,
      help: "its MAIL FROM, an address or a domain",
    },
    dkim: { value: "D", many: ",", group: message, help: "d= of a DKIM signature that verifies" },
    ...resolving,
    offline,
    record,
    replay,
    ...configuring,
    ...printing,
  } satisfies Flags,
  words: { placeholder: "DOMAIN", most: 1 },
  exits: [
    "0 a policy applies; the message passes   1 none applies, or it fails",
    "2 not asked   3 something is not known",
  ],
  examples: [
    "mailworthy dmarc example.com",
    "mailworthy dmarc example.com --mail-from esp.example --dkim mail.example.com",
    "mailworthy dmarc --from anna@example.com --dkim esp.example --json",
  ],
  async run(shell, flags, [word]) {
    const [{ settle }, { openNet }, { looksOf }, { readDomain }] = await Promise.all([
      import("./settings.js"),
      import("./outside.js"),
      import("./terminal.js"),
      import("../domain.js"),
    ]);
    /** The domain of an address, or the domain that is written. */
    const domainOf = (text: string): string => readDomain(text.slice(text.lastIndexOf("@") + 1).replace(/>\s*$/, ""));
    const from = flags.from === undefined ? undefined : domainOf(flags.from);
    const domain = word === undefined ? from : domainOf(word);
    if (domain === undefined) throw new UsageError("DOMAIN is missing.", "mailworthy dmarc example.com");
    const mailFrom = (flags["mail-from"] ?? []).map(domainOf);
    const dkim = (flags.dkim ?? []).map(domainOf);
    const described = from !== undefined || mailFrom.length + dkim.length > 0;
    const net = await openNet((await settle(flags, shell)).net, shell);
    try {
      const { lookUpDmarc } = await import("../dmarc/lookup.js");
      const began = performance.now();
      const found = await lookUpDmarc(domain, net, described ? { from: from ?? domain, mailFrom, dkim } : undefined);
      const [{ dmarcSheet }, { sheet }, { json }] = await Promise.all([
        import("./dmarc-sheet.js"),
        import("./sheet.js"),
        import("../clean.js"),
      ]);
      const shown = dmarcSheet(found, performance.now() - began);
      await shell.stdout.write(flags.json ? `${json(found, 2)}\n` : sheet(shown, looksOf(shell.stdout, shell, flags)));
      return shown.exit;
    } finally {
      await net.close?.();
    }
  },
});
