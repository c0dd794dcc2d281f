import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import type { Census } from "../queue/census.js";
import type { Postfix } from "../queue/postfix.js";
import { UsageError } from "../usage.js";
import { defineCommand } from "./command.js";
import { type Flags, type Given, judging, reporting } from "./flags.js";
import { applying, selecting, selectionOf } from "./queue-flags.js";
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
  ...selecting,
  ...applying,
  ...judged,
  ...reporting,
} as const satisfies Flags;

/** What may be done, by the first word. */
const operations = ["show", "hold", "release", "flush", "requeue", "expire", "delete", "restore", "clean"] as const;

/** Where backups and the journal are kept. */
const backups = "/var/backups/mailworthy";

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
    ["queue show ID...", "messages, whole; those that flags select, as a table"],
    ["queue hold|release|flush|requeue|expire|delete [ID...]", "shown only, until --apply"],
    ["queue restore [TIME [ID...]]", "put back what was deleted; without TIME, what there is"],
    ["queue clean", "ask of each large destination, and of corrupt files"],
  ],
  flags,
  words: { placeholder: "[OPERATION] [ID]" },
  exits: [
    "0 read and explained, or done   1 a check fails; not all could be done",
    "2 not read; nothing selected, or the count is another: nothing was done",
    "3 something could not be found out",
  ],
  examples: [
    "sudo mailworthy queue",
    "mailworthy queue queue.json --json",
    "mailworthy queue - -r junit:queue.xml < queue.json",
    "sudo mailworthy queue show --to example.com --older 2h",
    "sudo mailworthy queue hold --from '<>' --reason silent",
    "sudo mailworthy queue delete --where 'to=example.com' --where 'age>2d'",
  ],
  async run(shell, given, words) {
    const [first, ...rest] = words;
    if (first !== undefined && !/[./]|^-$/.test(first)) return operated(first, rest, given, shell);
    if (rest.length > 0) throw new UsageError(`one word too many: "${rest[0]}".`, "mailworthy queue FILE");
    if (isSelecting(given)) {
      if (first !== undefined) throw new UsageError("a saved listing is told as a whole.", `mailworthy queue ${first}`);
      return operated("show", [], given, shell);
    }
    return told(first, given, shell);
  },
});

/** Tells what waits, and lets the checks judge it. */
async function told(file: string | undefined, given: Given<typeof flags>, shell: Shell): Promise<number> {
  const [{ settle }, { judgeGathered }, { looksOf }] = await Promise.all([
    import("./settings.js"),
    import("./judge.js"),
    import("./terminal.js"),
  ]);
  if (given.apply) throw new UsageError("--apply goes with an operation.", "mailworthy queue hold --to PLACE --apply");
  const settings = await settle(given, shell);
  const { name, census } = await gathered(shell, given.instance, file);
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
}

/** Does what the first word says to what is selected. */
async function operated(
  word: string,
  ids: readonly string[],
  given: Given<typeof flags>,
  shell: Shell,
): Promise<number> {
  const operation = operations.find((one) => one === word);
  if (!operation) throw await unknownOperation(word);
  const postfix = await postfixHere(shell, given.instance);
  const how = { ...given, backup: resolve(shell.cwd, given.backup ?? backups) };
  if (operation === "restore") return (await import("./queue-restore.js")).restoreFrom(ids, postfix, how, shell);
  if (operation === "clean") {
    if (ids.length > 0 || isSelecting(given))
      throw new UsageError("clean goes through the whole queue.", "mailworthy queue clean");
    return (await import("./queue-clean.js")).clean(postfix, how, shell);
  }
  const { queueId } = await import("../syntax/postqueue.js");
  const odd = ids.find((id) => !queueId.test(id));
  if (odd !== undefined) throw new UsageError(`"${odd}" is no queue id.`, `to select by address: --to ${odd}`);
  const selection = selectionOf(given, ids);
  if (operation === "show") return (await import("./queue-show.js")).show(selection, postfix, how, shell);
  return (await import("./queue-operation.js")).operate(operation, selection, postfix, how, shell);
}

const isSelecting = (given: Given<typeof flags>): boolean =>
  Object.keys(selecting).some((name) => {
    const value = given[name as keyof typeof selecting];
    return Array.isArray(value) ? value.length > 0 : value !== undefined;
  });

async function unknownOperation(word: string): Promise<UsageError> {
  const [{ nearest }, { queueId }] = await Promise.all([import("../nearest.js"), import("../syntax/postqueue.js")]);
  const meant = nearest(word, operations);
  if (meant) return new UsageError(`no operation "${word}". Did you mean ${meant}?`);
  return new UsageError(
    `no operation "${word}"; there is ${operations.join(", ")}.`,
    queueId.test(word) && /\d/.test(word)
      ? `mailworthy queue show ${word}`
      : `a saved listing: mailworthy queue ./${word}`,
  );
}
