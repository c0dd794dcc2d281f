import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import type { Census } from "../queue/census.js";
import type { Postfix } from "../queue/postfix.js";
import { UsageError } from "../usage.js";
import { defineCommand } from "./command.js";
import { type Flags, judging, reporting } from "./flags.js";
import type { Shell } from "./shell.js";

const { list: _, ...judged } = judging;
const which = "Which queue";

const flags = {
  instance: {
    value: "DIR",
    complete: "files",
    group: which,
    help: "the folder of the configuration of another Postfix on this machine",
  },
  ...judged,
  ...reporting,
} as const satisfies Flags;

/** The Postfix of this machine that is meant. */
async function postfixHere({ cwd, programs }: Shell, instance: string | undefined): Promise<Postfix> {
  const { postfixOf } = await import("../queue/postfix.js");
  return postfixOf({
    ...(instance !== undefined && { config: resolve(cwd, instance) }),
    ...(programs !== undefined && { env: { PATH: programs } }),
  });
}

/** The queue that is meant, by a name, and what is known of it. */
async function gathered(
  shell: Shell,
  instance: string | undefined,
  file: string | undefined,
): Promise<{ name: string; census: Census }> {
  const { gatherListing, gatherQueue } = await import("../queue/gather.js");
  const now = Date.now();
  if (file === undefined) {
    const postfix = await postfixHere(shell, instance);
    const census = await gatherQueue(postfix, now);
    return { name: await postfix.setting("myhostname"), census };
  }
  if (instance !== undefined) throw new UsageError("--instance is for the queue of a Postfix, not for a listing.");
  if (file === "-") return { name: "standard input", census: await gatherListing(shell.stdin.octets(), now) };
  const path = resolve(shell.cwd, file);
  const saved = await stat(path).catch(() => undefined);
  // It was saved when it was last changed: ages are as of then.
  return { name: file, census: await gatherListing(path, saved?.isFile() ? saved.mtimeMs : now) };
}

export default defineCommand({
  name: "queue",
  about: "what waits in the mail queue, for whom, why, and for how long",
  usage: [
    ["queue", "of the Postfix on this machine; root sees more"],
    ["queue FILE", "a listing that was saved: postqueue -j > FILE; - for standard input"],
  ],
  flags,
  words: { placeholder: "FILE", most: 1 },
  exits: [
    "0 read and explained   1 a check fails   2 the queue could not be read",
    "3 something could not be found out",
  ],
  examples: [
    "mailworthy queue",
    "mailworthy queue queue.json --json",
    "mailworthy queue - -r junit:queue.xml < queue.json",
  ],
  async run(shell, given, words) {
    const [{ settle }, { judgeGathered }, { looksOf }] = await Promise.all([
      import("./settings.js"),
      import("./judge.js"),
      import("./terminal.js"),
    ]);
    const settings = await settle(given, shell);
    const { name, census } = await gathered(shell, given.instance, words[0]);
    const target = { local: "queue" as const, name, gathered: census };
    if (given.json) {
      const { withReport } = await import("./queue-json.js");
      return withReport({ queue: census }, shell, (captured) => judgeGathered(target, settings, given, captured));
    }
    const own = settings.reporters.filter((one) => !one.includes(":"));
    if (!given.quiet && own.every((one) => one === "text")) {
      const { queueScreen } = await import("./queue-screen.js");
      await shell.stdout.write(`${queueScreen(census, given.all ?? false, looksOf(shell.stdout, shell, given))}\n`);
    }
    return judgeGathered(target, settings, given, shell);
  },
});
