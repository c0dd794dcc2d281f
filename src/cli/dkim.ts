import { defineCommand } from "./command.js";
import { configuring, type Flags, printing, resolving, showing, targeting } from "./flags.js";

const { json, ...looks } = printing;
const keys = "Which keys";

const flags = {
  selector: { ...targeting.selector, group: keys, help: "a selector; default: those of the configuration, or a guess" },
  key: {
    value: "FILE",
    complete: "files",
    group: keys,
    help: "the key that the selector signs with, private or public, PEM; only its public half is used",
  },
  ...resolving,
  ...configuring,
  json,
  verbose: { ...showing.verbose, help: "also what passes, and the records whole" },
  ...looks,
} as const satisfies Flags;

export default defineCommand({
  name: "dkim",
  about: "the DKIM keys of a domain, and whether they are OK",
  usage: [
    ["dkim DOMAIN", "the selectors of the configuration, or common ones"],
    ["dkim DOMAIN --selector NAME", "this one; --key FILE compares and prints the record"],
  ],
  flags,
  words: { placeholder: "DOMAIN", least: 1, most: 1 },
  exits: ["0 every key is OK   1 a key is not   2 not asked", "3 nothing is wrong but something is unknown"],
  examples: [
    "mailworthy dkim example.com --selector s1,s2",
    "mailworthy dkim example.com --selector s1 --key /etc/opendkim/keys/s1.private",
    "mailworthy dkim example.com --json",
  ],
  async run(shell, given, [word]) {
    const [{ settle }, { openNet }, { looksOf }, { declaredKeys, lookAt }] = await Promise.all([
      import("./settings.js"),
      import("./outside.js"),
      import("./terminal.js"),
      import("./signing-keys.js"),
    ]);
    const settings = await settle(given, shell);
    const declared = await declaredKeys(word!, given, settings, shell.cwd);
    const net = await openNet(settings.net, shell);
    try {
      const found = await lookAt(declared, settings.registry, net);
      if (given.json) {
        const { json } = await import("../clean.js");
        await shell.stdout.write(`${json(found, 2)}\n`);
      } else {
        const { dkimScreen } = await import("./dkim-screen.js");
        const looks = { ...looksOf(shell.stdout, shell, given), write: () => {} };
        const rules = new Map(settings.registry.checks.map((check) => [check.id, check]));
        await shell.stdout.write(dkimScreen(found, looks, given.verbose ?? 0, rules));
      }
      return found.exit;
    } finally {
      await net.close?.();
    }
  },
});
