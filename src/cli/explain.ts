import { UsageError } from "../usage.js";
import { defineCommand } from "./command.js";
import { configuring, showing } from "./flags.js";

const { json, color, ascii, width } = showing;

export default defineCommand({
  name: "explain",
  about: "a check: why it matters, what it says, how to set it",
  usage: [["explain ID...", "checks by id: spf/lookup-limit"]],
  flags: { ...configuring, json, color, ascii, width },
  words: { placeholder: "ID", least: 1 },
  exits: ["0 explained   2 no such check"],
  examples: ["mailworthy explain spf/lookup-limit", "mailworthy --list spf dmarc"],
  async run(shell, flags, words) {
    const [{ settle }, { describeCheck, explain }, { looksOf }, { nearest }] = await Promise.all([
      import("./settings.js"),
      import("../describe.js"),
      import("./terminal.js"),
      import("../nearest.js"),
    ]);
    const { checks, presets } = (await settle({ config: flags.config }, shell)).registry;
    const chosen = words.map((word) => {
      const check = checks.find(({ id }) => id === word);
      if (check) return check;
      const ids = checks.map(({ id }) => id);
      const meant = nearest(word, ids) ?? ids.find((id) => id.endsWith(`/${word}`));
      throw new UsageError(`no check "${word}".${meant ? ` Did you mean ${meant}?` : ""}`, "mailworthy --list");
    });
    const looks = looksOf(shell.stdout, shell, flags);
    const now = new Date();
    await shell.stdout.write(
      flags.json
        ? `${JSON.stringify(
            chosen.map((check) => describeCheck(check, presets)),
            undefined,
            2,
          )}\n`
        : chosen.map((check) => explain(check, checks, looks, now)).join("\n"),
    );
    return 0;
  },
});
