import { UsageError, type Problem } from "../usage.js";
import { counted } from "../view/words.js";
import { defineCommand } from "./command.js";
import { type Flags, showing } from "./flags.js";

const { json, all, color, ascii, width } = showing;

export default defineCommand({
  name: "bounce",
  about: "why mail came back, whose fault it is, and what to do",
  usage: [
    ["bounce PATH...", "files, folders, a Maildir or an mbox, with bounces and complaints"],
    ["bounce -", "one of them from standard input"],
  ],
  flags: {
    json: { ...json, help: "each recipient and the sums as JSON" },
    all: { ...all, help: "each recipient of many, and every cause, domain and host" },
    color,
    ascii,
    width,
  } satisfies Flags,
  words: { placeholder: "PATH", least: 1 },
  exits: ["0 read and explained   2 nothing could be read", "3 some file could not be read, or no mail is a bounce"],
  examples: [
    "mailworthy bounce - < bounce.eml",
    "mailworthy bounce ~/Maildir/.Bounces",
    "mailworthy bounce bounces.mbox --json",
  ],
  async run(shell, flags, paths) {
    const [{ readMails }, { Sums, explained }, { looksOf }, { tellProblems }] = await Promise.all([
      import("../bounce/read.js"),
      import("../bounce/summary.js"),
      import("./terminal.js"),
      import("./complaint.js"),
    ]);
    const sums = new Sums();
    const problems: Problem[] = [];
    let broken = 0;
    for await (const mail of readMails({ paths, folder: shell.cwd, input: () => shell.stdin.octets() })) {
      if ("letter" in mail) sums.add(mail.letter, mail);
      else if (broken++ < 1_000) problems.push({ file: mail.file, text: mail.problem });
    }
    await tellProblems(problems, broken, shell, flags.all);
    const summary = sums.summary();
    if (summary.mails === 0)
      throw new UsageError(
        `no mail: ${broken > 0 ? `${counted(broken, "file")} that cannot be read` : "the folder is empty"}.`,
      );
    const exit = broken > 0 || summary.recipients === 0 ? 3 : 0;
    if (flags.json) {
      const found = { ...summary, broken, told: sums.told.map(explained) };
      await shell.stdout.write(`${JSON.stringify(found, undefined, 2)}\n`);
    } else {
      const { screen } = await import("./bounce-screen.js");
      const out = looksOf(shell.stdout, shell, flags);
      await shell.stdout.write(screen({ summary, told: sums.told, exit, all: flags.all ?? false }, out));
    }
    return exit;
  },
});
