import type { Net } from "../net/net.js";
import { namesOfPresets } from "../preset.js";
import type { Role } from "../target.js";
import { UsageError } from "../usage.js";
import { defineCommand } from "./command.js";
import { type Flags, resolving } from "./flags.js";
import type { Shell } from "./shell.js";

const written = "mailworthy.config.yaml";

export default defineCommand({
  name: "init",
  about: "write a config file",
  usage: [["init [DOMAIN...]", "five questions, each with an answer found by DNS"]],
  flags: {
    yes: { group: "What is written", help: "take the answers that were found, ask nothing" },
    force: { group: "What is written", help: "write over a config file that is there" },
    ...resolving,
  } satisfies Flags,
  words: { placeholder: "DOMAIN" },
  exits: ["0 written   2 not written"],
  examples: ["mailworthy init", "mailworthy init example.com --yes"],
  async run(shell, flags, words) {
    const { existsSync } = await import("node:fs");
    const { join } = await import("node:path");
    const { settle } = await import("./settings.js");
    const { openNet } = await import("./outside.js");
    const file = join(shell.cwd, written);
    if (!flags.yes && !shell.stdin.tty)
      throw new UsageError("there is no terminal to ask on.", `mailworthy init ${words[0] ?? "example.com"} --yes`);
    if (existsSync(file) && !flags.force)
      throw new UsageError(`${written} is there already.`, "mailworthy init --force");

    const say = (text: string): Promise<void> => shell.stderr.write(`${text}\n`);
    const ask = asker(shell, flags.yes ?? false);
    const net = await openNet((await settle({ resolver: flags.resolver }, shell, false)).net, shell);
    try {
      if (!flags.yes)
        await say("Five questions; Enter takes the answer in brackets. Nothing is sent anywhere\nbut DNS questions.\n");
      const answers = await interview(words, shell, net, ask, say);
      const text = configText(answers);
      await say(`\n${text.trimEnd()}\n`);
      if ((await ask(`Write ${written}?  yes, no`, "yes", oneOf(["yes", "no"]))) === "no") return 2;
      await place(file, text, flags.force ?? false);
      await say(`Wrote ${written} (${text.split("\n").length - 1} lines).`);
      if (!flags.yes) await offerCi(shell, ask, say);
      await say("\nnext  mailworthy                audits what the config names");
      return 0;
    } finally {
      await net.close?.();
    }
  },
});

/** Answers, as they go into the file. */
export interface Answers {
  domains: readonly {
    domain: string;
    role: readonly Role[];
    selectors: readonly string[];
    senders: readonly string[];
  }[];
  presets: readonly string[];
}

type Ask = <T>(question: string, found: string, read: (text: string) => T) => Promise<T>;

/** Asks until the answer can be read; with `silent`, takes what was found. */
function asker(shell: Shell, silent: boolean): Ask {
  return async (question, found, read) => {
    for (;;) {
      const text = silent ? found : (await shell.ask(`${question}  [${found}] `)).trim() || found;
      try {
        return read(text);
      } catch (error) {
        if (silent || !(error instanceof UsageError)) throw error;
        await shell.stderr.write(`  ${error.message}\n`);
      }
    }
  };
}

async function interview(
  words: readonly string[],
  shell: Shell,
  net: Net,
  ask: Ask,
  say: (text: string) => Promise<void>,
): Promise<Answers> {
  const { Evidence } = await import("../evidence.js");
  const { facts } = await import("../index.js");
  const { readDomain } = await import("../domain.js");
  const { readSender } = await import("../declared.js");
  const evidence = new Evidence(net);

  const guess = words.length > 0 ? words.join(", ") : await guessDomain(shell.cwd);
  const domains = await ask("1 Which domains?", guess, (text) => {
    if (text === "") throw new UsageError("a domain is needed.", "mailworthy init example.com");
    return listOf(text).map(readDomain);
  });

  const answered: Answers["domains"][number][] = [];
  for (const domain of domains) {
    const roles = await evidence.get(facts.roles, domain);
    if (roles.state === "known") await say(`  ${roles.value.because}`);
    const found = roles.state === "known" ? roles.value.roles : (["sends", "receives"] as const);
    const role = await ask(
      `2 What does ${domain} do?  sends, receives, parked`,
      found.join(", "),
      (text) => listOf(text).map(oneOf(["sends", "receives", "parked"])) as Role[],
    );
    if (!role.includes("sends")) {
      answered.push({ domain, role, selectors: [], senders: [] });
      continue;
    }
    const named = await ask("3 DKIM selectors?  (comma; or a message file to learn from)", "none", (text) => text);
    const selectors = await selectorsIn(named, shell.cwd);
    for (const selector of selectors) {
      const answer = await net.dns(`${selector}._domainkey.${domain}`, "TXT").catch(() => undefined);
      if (answer && answer.records.length === 0) await say(`  ${selector}._domainkey.${domain} has no key`);
    }
    const spf = await evidence.get(facts.spfAddresses, domain);
    const addresses = spf.state === "known" ? spf.value.slice(0, 8).join(", ") : "none";
    const senders = await ask("4 Addresses that send?  (spf adds those that SPF names)", addresses, (text) =>
      listOf(text).map(readSender),
    );
    answered.push({ domain, role, selectors, senders });
  }
  const { builtin } = await import("../builtin.js");
  const known = (await builtin()).presets;
  await say("  gmail-bulk and outlook are for 5,000 messages a day and more");
  const presets = await ask(`5 Which presets?  ${known.map(({ name }) => name).join(", ")}`, "recommended", (text) =>
    listOf(text).map(oneOf(namesOfPresets(known))),
  );
  return { domains: answered, presets };
}

const listOf = (text: string): string[] => text.split(/[\s,]+/).filter((word) => word !== "" && word !== "none");

const oneOf =
  (words: readonly string[]) =>
  (text: string): string => {
    const found = words.find((word) => word === text || (text.length > 0 && word.startsWith(text)));
    if (found === undefined) throw new UsageError(`"${text}" is none of ${words.join(", ")}.`);
    return found;
  };

/** Hosts of code and of mailboxes are nobody's own domain. */
const strangers =
  /(?:^|\.)(?:github|gitlab|bitbucket|codeberg|gmail|googlemail|outlook|hotmail|yahoo|icloud|localhost)\b/;

/** The domain of package.json's home page or author, or of the git remote. */
async function guessDomain(folder: string): Promise<string> {
  const { readText } = await import("../load.js");
  const { join } = await import("node:path");
  const { readDomain } = await import("../domain.js");
  const read = (...path: string[]): Promise<string> => readText(join(folder, ...path)).catch(() => "");
  const pack = await read("package.json");
  const config = await read(".git", "config");
  const candidates = [
    ...pack.matchAll(/"homepage"\s*:\s*"https?:\/\/(?:www\.)?([^/":]+)/g),
    ...pack.matchAll(/[\w.+-]+@([\w-]+(?:\.[\w-]+)+)/g),
    ...config.matchAll(/url\s*=\s*\S*?(?:@|:\/\/)([\w.-]+)/g),
  ].map(([, host]) => host!);
  for (const candidate of candidates) {
    try {
      if (!strangers.test(candidate) && candidate.includes(".")) return readDomain(candidate);
    } catch {
      continue;
    }
  }
  return "";
}

/** Selectors as they are typed, or those that signed a message (RFC 6376 §3.5). */
async function selectorsIn(text: string, folder: string): Promise<string[]> {
  const { readText } = await import("../load.js");
  const { resolve } = await import("node:path");
  if (!/[/.]/.test(text)) return listOf(text);
  const message = await readText(resolve(folder, text), text);
  const header = message.split(/\r?\n\r?\n/, 1)[0]!.replace(/\r?\n[ \t]+/g, " ");
  const signatures = [...header.matchAll(/^DKIM-Signature:(.*)$/gim)].map(([, tags]) => tags!);
  return [...new Set(signatures.flatMap((tags) => /(?:^|;)\s*s\s*=\s*([\w.-]+)/.exec(tags)?.[1] ?? []))];
}

/** The configuration file that answers come to. */
export function configText({ domains, presets }: Answers): string {
  const list = (words: readonly string[]): string =>
    `[${words.map((word) => (word.includes(":") ? `"${word}"` : word)).join(", ")}]`;
  return [
    "# mailworthy configuration: mailworthy audits these where the command line names nothing",
    "targets:",
    ...domains.flatMap(({ domain, role, selectors, senders }) => [
      `  - domain: ${domain}`,
      `    role: ${list(role)}`,
      ...(selectors.length > 0 ? [`    selectors: ${list(selectors)}`] : []),
      ...(senders.length > 0 ? [`    senders: ${list(senders)}`] : []),
    ]),
    `preset: ${list(presets)}`,
    "",
  ].join("\n");
}

const ciFiles = {
  github: {
    path: ".github/workflows/mailworthy.yml",
    text: `name: mailworthy
on:
  push:
  schedule:
    - cron: "17 5 * * *"
permissions:
  contents: read
jobs:
  audit:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with:
          node-version: 24
      # GitHub's machines may not connect to port 25.
      - run: npx --yes mailworthy --skip 'env/outbound-25,port/*,smtp/*,tls/*,cert/*,dane/*'
`,
  },
  gitlab: {
    path: ".gitlab/mailworthy.yml",
    text: `mailworthy:
  image: node:24-slim
  script:
    - npx --yes mailworthy -r junit:mailworthy.xml
  artifacts:
    when: always
    reports:
      junit: mailworthy.xml
`,
  },
};

async function offerCi({ cwd }: Shell, ask: Ask, say: (text: string) => Promise<void>): Promise<void> {
  const { mkdir } = await import("node:fs/promises");
  const { dirname, join } = await import("node:path");
  const answer = await ask("Add a CI file?  github, gitlab, no", "no", oneOf(["github", "gitlab", "no"]));
  const ci = ciFiles[answer as keyof typeof ciFiles];
  if (answer === "no" || !ci) return;
  const file = join(cwd, ci.path);
  await mkdir(dirname(file), { recursive: true });
  await place(file, ci.text, false);
  await say(`  wrote ${ci.path}${answer === "gitlab" ? "; include it in .gitlab-ci.yml" : ""}`);
}

/** Writes a file that is not there, or over one where that was asked for. */
async function place(file: string, text: string, force: boolean): Promise<void> {
  const { writeFile } = await import("node:fs/promises");
  try {
    await writeFile(file, text, { flag: force ? "w" : "wx" });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new UsageError(code === "EEXIST" ? `${file} is there already.` : `${file}: ${message}`);
  }
}
