import { bounds } from "../bounds.js";
import type { Entry, List, Targets } from "../targets.js";
import type { Role } from "../target.js";
import { UsageError } from "../usage.js";
import { defineCommand } from "./command.js";
import { asking, type Given, judging, reporting, targeting } from "./flags.js";
import type { Settings } from "./settings.js";
import type { Shell } from "./shell.js";

const flags = { ...targeting, ...judging, ...asking, ...reporting } as const;

export default defineCommand({
  name: "audit",
  about: "judge domains and their mail hosts",
  usage: [
    ["[audit] TARGET...", "domains: example.com"],
    ["[audit] -", "a domain a line from standard input"],
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
    "mailworthy example.com --only 'spf/*,dmarc/*' --json",
    "mailworthy example.com --reports ~/dmarc-reports",
  ],
  async run(shell, given, words) {
    if (given.list) return (await import("./list.js")).list(shell, given, words);
    const [{ settle }, { judge }] = await Promise.all([import("./settings.js"), import("./judge.js")]);
    const settings = await settle(given, shell);
    const targets = await targetsOf(given, words, settings, shell);
    const { reports } = settings;
    const taught = reports.length > 0 ? (await import("./lessons.js")).taught : undefined;
    return judge(taught ? await taught(targets, reports, shell) : targets, settings, given, shell);
  },
});

/** What is to be audited: what the command line names, else what the configuration names. */
async function targetsOf(
  given: Given<typeof flags>,
  words: readonly string[],
  { config, folder }: Settings,
  shell: Shell,
): Promise<Targets> {
  const { readTargets } = await import("../targets.js");
  const { readLines } = await import("../load.js");
  const { readDomain } = await import("../domain.js");
  const { resolve } = await import("node:path");
  const declared = config.targets ?? [];
  const named = [
    ...words.map((word): Entry => {
      if (word === "-") return { file: "-" };
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
    ...(given.mx?.length && { hosts: [...given.mx] }),
    ...(given.port?.length && { ports: [...given.port] }),
  };
  const from = named.length > 0 ? shell.cwd : folder;
  const piped = entries.some(({ file }) => file === "-") ? await wholeInput(shell) : [];
  const open = (file: string): List =>
    file === "-"
      ? { shown: "standard input", lines: () => piped }
      : { shown: file, lines: () => readLines(resolve(from, file), file) };
  const found = await readTargets(
    entries.map((entry) => ({ ...entry, ...said })),
    folder,
    open,
  );
  if (found.total === 0) throw new UsageError("no target: the list is empty.", "mailworthy example.com");
  return found;
}

/** Standard input whole, since all of it is looked at before anything is judged. */
async function wholeInput({ stdin }: Shell): Promise<string[]> {
  const lines: string[] = [];
  let size = 0;
  for await (const line of stdin.lines()) {
    size += line.length + 1;
    if (size > bounds.config.domains)
      throw new UsageError(`standard input is longer than ${bounds.config.domains} bytes.`);
    lines.push(line);
  }
  return lines;
}
