import { UsageError } from "../usage.js";
import { defineCommand } from "./command.js";
import { asking, type Flags, judging, reporting } from "./flags.js";

const looked = "Which Postfix";
const flags = {
  root: {
    value: "DIR",
    complete: "files",
    group: looked,
    help: "a copy of another machine's /etc/postfix, or of all its files",
  },
  release: {
    value: "VERSION",
    read: readRelease,
    group: looked,
    help: "the release that the copy is of: 3.7.11; it tells the defaults",
  },
  lookup: { value: "ADDRESS", group: looked, help: "look the recipient up in the tables, as smtpd does" },
  diff: { group: looked, help: "what differs from the defaults, and nothing else" },
  only: judging.only,
  skip: judging.skip,
  config: judging.config,
  strict: judging.strict,
  resolver: asking.resolver,
  offline: asking.offline,
  record: asking.record,
  ...reporting,
} as const satisfies Flags;

export default defineCommand({
  name: "postfix",
  about: "judge the configuration of Postfix; nothing is changed",
  usage: [
    ["postfix", "that of this machine, asked of its own tools"],
    ["postfix DIR", "a copy of another machine's /etc/postfix, or of all its files"],
  ],
  flags,
  words: { placeholder: "DIR", least: 0, most: 1 },
  exits: [
    "0 nothing failed   1 something failed (or warned, with --strict)   2 not run",
    "3 nothing failed but something is unknown   130 interrupted",
  ],
  examples: [
    "sudo mailworthy postfix",
    "mailworthy postfix --diff",
    "mailworthy postfix backup/etc/postfix --release 3.7.11",
    "sudo mailworthy postfix --lookup ann@example.com",
    "mailworthy postfix --only 'postfix/tls-*' --json",
  ],
  async run(shell, given, [word]) {
    if (word !== undefined && given.root !== undefined)
      throw new UsageError("DIR and --root both name a copy.", "mailworthy postfix DIR");
    const copy = word ?? given.root;
    const { gatherPostfix } = await import("../postfix/gather.js");
    const gathered = await gatherPostfix({
      ...(copy !== undefined && { copy: (await import("node:path")).resolve(shell.cwd, copy), shown: copy }),
      ...(given.release !== undefined && { release: given.release }),
      ...(given.lookup !== undefined && { address: given.lookup }),
    });
    if (given.diff) {
      const { differences } = await import("./postfix-diff.js");
      await shell.stdout.write(differences(gathered, given, shell));
      return 0;
    }
    const [{ settle }, { judgeGathered }] = await Promise.all([import("./settings.js"), import("./judge.js")]);
    const settings = await settle(given, shell);
    const { folder: name, release, live } = gathered;
    const origin = release === null ? [] : [`Postfix ${release} (${live ? "postconf" : "--release"})`];
    const told = { ...settings, origins: [...settings.origins, ...origin] };
    return judgeGathered({ local: "postfix", name, gathered }, told, given, shell);
  },
});

function readRelease(text: string): string {
  if (!/^[23]\.\d{1,2}(?:[.-]\d{1,8}(?:-\w{1,20})?)?$/.test(text))
    throw new UsageError(`"${text}" is no release of Postfix, such as 3.7.11`);
  return text;
}
