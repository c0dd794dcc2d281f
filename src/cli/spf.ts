import { UsageError } from "../usage.js";
import { defineCommand } from "./command.js";
import { configuring, type Flags, printing, resolving, showing } from "./flags.js";

const { json, ...looks } = printing;
const message = "For which message";
const change = "What if";

const flags = {
  ip: {
    value: "ADDRESS",
    many: ",",
    group: message,
    help: "an address that sends: the result, and the term that decides",
  },
  "mail-from": { value: "ADDRESS", group: message, help: "of the envelope; default: postmaster@DOMAIN" },
  helo: { value: "NAME", group: message, help: "the name in EHLO; default: DOMAIN" },
  add: {
    value: "TERM",
    many: "again",
    group: change,
    help: "with this term, before all; --add=-all where it begins with -",
  },
  remove: { value: "TERM", many: "again", group: change, help: "without this term" },
  flatten: { group: change, help: "with the addresses in place of the terms that need lookups" },
  ...resolving,
  ...configuring,
  json,
  verbose: { ...showing.verbose, help: "also the tree of a change, and every network" },
  ...looks,
} as const satisfies Flags;

export default defineCommand({
  name: "spf",
  about: "an SPF record step by step: cost, who may send, what if",
  usage: [
    ["spf DOMAIN", "the lookups of its record, and who may send"],
    ["spf DOMAIN --ip ADDRESS", "what receivers make of mail from there"],
    ["spf DOMAIN --add TERM", "what a change would do; nothing is published"],
  ],
  flags,
  words: { placeholder: "DOMAIN", least: 1, most: 1 },
  exits: [
    "0 the record holds, and every --ip passes   1 it is broken, or one does not",
    "2 not asked   3 nothing is wrong but something is unknown",
    "With a change, the codes are those of the record as it would be.",
  ],
  examples: [
    "mailworthy spf example.com",
    "mailworthy spf example.com --ip 192.0.2.25 --mail-from ada@example.com",
    "mailworthy spf example.com --add include:_spf.example.net --remove ptr",
    "mailworthy spf example.com --flatten --json",
  ],
  async run(shell, given, [word]) {
    const [{ settle }, { openNet }, { looksOf }, { readDomain }, { inquire, isClient }] = await Promise.all([
      import("./settings.js"),
      import("./outside.js"),
      import("./terminal.js"),
      import("../domain.js"),
      import("../spf/inquiry.js"),
    ]);
    const domain = readDomain(word!);
    const ips = [...new Set(given.ip ?? [])];
    const wrong = ips.find((ip) => !isClient(ip));
    if (wrong !== undefined)
      throw new UsageError(`--ip: "${wrong}" is no address.`, `mailworthy spf ${domain} --ip 192.0.2.25`);
    const wish = {
      ips,
      sender: senderOf(given["mail-from"] ?? domain, readDomain),
      helo: given.helo === undefined ? domain : heloOf(given.helo),
      add: given.add ?? [],
      remove: given.remove ?? [],
      flatten: given.flatten ?? false,
    };
    const net = await openNet((await settle(given, shell)).net, shell);
    try {
      const inquiry = await inquire(domain, wish, net);
      if (given.json) {
        const { json } = await import("../clean.js");
        await shell.stdout.write(`${json(inquiry, 2)}\n`);
      } else {
        const { spfScreen } = await import("./spf-screen.js");
        const looks = { ...looksOf(shell.stdout, shell, given), write: () => {} };
        await shell.stdout.write(spfScreen(inquiry, wish, looks, given.verbose ?? 0));
      }
      return inquiry.exit;
    } finally {
      await net.close?.();
    }
  },
});

/** The reverse-path as it is evaluated: of a domain alone, its postmaster (RFC 7208 §4.3). */
function senderOf(text: string, readDomain: (text: string) => string): string {
  const at = text.lastIndexOf("@");
  const local = text.slice(0, Math.max(at, 0)) || "postmaster";
  if (/[\s<>]/.test(local))
    throw new UsageError(`--mail-from: "${text}" is no address.`, "--mail-from ada@example.com");
  return `${local}@${readDomain(text.slice(at + 1))}`;
}

function heloOf(text: string): string {
  if (text === "" || /[^!-~]/.test(text))
    throw new UsageError(`--helo: "${text}" is no name.`, "--helo mail.example.com");
  return text;
}
