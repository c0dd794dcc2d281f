import type { Envelope } from "../subject.js";
import type { Entry, List, Targets } from "../targets.js";
import type { Role } from "../target.js";
import { UsageError } from "../usage.js";
import { defineCommand } from "./command.js";
import { asking, delivering, type Given, judging, reporting, sinking, targeting } from "./flags.js";
import type { Settings } from "./settings.js";
import type { Shell } from "./shell.js";

const flags = { ...targeting, ...delivering, ...sinking, ...judging, ...asking, ...reporting } as const;

export default defineCommand({
  name: "audit",
  about: "judge domains and their mail hosts, or messages",
  usage: [
    ["[audit] TARGET...", "domains: example.com"],
    ["[audit] FILE.eml...", "messages, as a receiver judges them"],
    ["[audit] --sink PORT", "messages as they are sent to it, by SMTP"],
    ["[audit] -", "standard input: a message, or a domain a line"],
    ["[audit]", "what the configuration names"],
  ],
  flags,
  words: { placeholder: "TARGET" },
  exits: [
    "0 nothing failed   1 something failed (or warned, with --strict)   2 not run",
    "3 nothing failed but something is unknown   130 interrupted",
  ],
  examples: [
    "mailworthy example.com --selector s1 --sender 192.0.2.25",
    "mailworthy -t domains.txt -p gmail-bulk -r junit:report.xml",
    "mailworthy newsletter.eml --preset gmail-bulk",
    "mailworthy newsletter.eml --ip 192.0.2.25 --mail-from news@example.com",
    "mailworthy --sink 2525 --count 1       (and then, from another window:)",
    "  swaks -s 127.0.0.1:2525 -f ann@example.com -t bob@example.net -tlso",
    '  python3 -c \'import smtplib, sys; smtplib.SMTP("127.0.0.1", 2525).sendmail(',
    '    "ann@example.com", "bob@example.net", sys.stdin.read())\' < x.eml',
    "mailworthy example.com --only 'spf/*,dmarc/*' --json",
    "mailworthy example.com --reports ~/dmarc-reports",
  ],
  async run(shell, given, words) {
    if (given.list) return (await import("./list.js")).list(shell, given, words);
    const [{ settle }, { judge }] = await Promise.all([import("./settings.js"), import("./judge.js")]);
    const settings = await settle(given, shell);
    if (given.sink !== undefined) {
      if (words.length > 0 || given.targets !== undefined)
        throw new UsageError("--sink judges what is sent to it; it takes no target.", "mailworthy --sink 2525");
      return (await import("./sink.js")).sink({ ...given, port: given.sink }, settings, await envelopeOf(given), shell);
    }
    if (given.listen !== undefined || given.count !== undefined)
      throw new UsageError("--listen and --count go with --sink.", "mailworthy --sink 2525 --count 1");
    const { targets, files } = await targetsOf(given, words, settings, shell);
    const { reports } = settings;
    const taught = reports.length > 0 ? (await import("./lessons.js")).taught : undefined;
    const found = taught ? await taught(targets, reports, shell) : targets;
    return judge(found, { ...settings, net: { ...settings.net, files } }, given, shell);
  },
});

/** What is to be audited: what the command line names, else what the configuration names. */
async function targetsOf(
  given: Given<typeof flags>,
  words: readonly string[],
  { config, folder, net }: Settings,
  shell: Shell,
): Promise<{ targets: Targets; files: Record<string, string> }> {
  const { readTargets } = await import("../targets.js");
  const { readLines } = await import("../load.js");
  const { readDomain } = await import("../domain.js");
  const { relative, resolve } = await import("node:path");
  const { insistOnMessages, linesOf, namesFile, pipedName, wholeInput } = await import("./messages.js");
  const { looksLikeMessage } = await import("../syntax/message.js");
  const declared = (config.targets ?? []).map((entry): Entry =>
    entry.message === undefined ? entry : { ...entry, message: relative(shell.cwd, resolve(folder, entry.message)) },
  );
  const piped = words.includes("-") || given.targets === "-" ? await wholeInput(shell) : "";
  const isMessage = words.includes("-") && (looksLikeMessage(piped) || (piped === "" && net.replay !== undefined));
  const named = [
    ...words.map((word): Entry => {
      if (word === "-") return isMessage ? { message: pipedName } : { file: "-" };
      if (namesFile(word)) return { message: word };
      const domain = readDomain(word);
      return declared.find((entry) => entry.domain !== undefined && readDomain(entry.domain) === domain) ?? { domain };
    }),
    ...(given.targets === undefined ? [] : [{ file: given.targets }]),
  ];
  const entries = named.length > 0 ? named : declared;
  if (entries.length === 0)
    throw new UsageError("no target: neither here nor in a configuration.", "mailworthy example.com");
  const said = {
    ...(given.role?.length && { role: [...given.role] as Role[] }),
    ...(given.selector?.length && { selectors: [...given.selector] }),
    ...(given.sender?.length && { senders: [...given.sender] }),
    ...(given["mail-from"]?.length && { mailFrom: [...given["mail-from"]] }),
    ...(given.signing?.length && { signing: [...given.signing] }),
    ...(given.mx?.length && { hosts: [...given.mx] }),
    ...(given.port?.length && { ports: [...given.port] }),
  };
  const came = await envelopeOf(given);
  if ((given.ip ?? given.helo) !== undefined && !entries.some(({ message }) => message !== undefined))
    throw new UsageError(
      `--${given.ip === undefined ? "helo" : "ip"} says how a message came, and no message is named.`,
      "of a domain: --sender ADDRESS",
    );
  const from = named.length > 0 ? shell.cwd : folder;
  const open = (file: string): List =>
    file === "-"
      ? { shown: "standard input", lines: () => linesOf(piped) }
      : { shown: file, lines: () => readLines(resolve(from, file), file) };
  const found = await readTargets(
    entries.map((entry) =>
      entry.message === undefined ? { ...entry, ...said } : { ...entry, ...(came && { envelope: came }) },
    ),
    folder,
    open,
  );
  if (found.total === 0) throw new UsageError("no target: the list is empty.", "mailworthy example.com");
  const files: Record<string, string> = isMessage ? { [pipedName]: piped } : {};
  const messages = entries.flatMap(({ message }) => (message === undefined ? [] : [message]));
  if (messages.length > 0 && net.replay === undefined) {
    const outside = shell.net?.({}) ?? { file: (await import("../net/file.js")).readFile };
    await insistOnMessages(messages, async (name) =>
      files[name] === undefined
        ? outside.file(name)
        : { outcome: "read", octets: files[name], size: files[name].length },
    );
  }
  return { targets: found, files };
}

/** How the messages came, as far as the command line says it. */
async function envelopeOf({ ip, helo, "mail-from": paths }: Given<typeof flags>): Promise<Envelope | undefined> {
  const mailFrom = paths?.[0]?.replace(/^<(.*)>$/, "$1");
  if (ip === undefined && helo === undefined && mailFrom === undefined) return undefined;
  const { isAddress } = await import("../syntax/address.js");
  if (ip !== undefined && !isAddress(ip)) throw new UsageError(`"${ip}" is not an address.`, "--ip 192.0.2.25");
  return {
    ...(ip !== undefined && { ip }),
    ...(helo !== undefined && { helo: helo.toLowerCase() }),
    ...(mailFrom !== undefined && {
      mailFrom: mailFrom === "" || mailFrom.includes("@") ? mailFrom : `postmaster@${mailFrom}`,
    }),
  };
}
