import { json } from "../clean.js";
import { carryOut, type Change, type Changed, divided, type Reasoned } from "../queue/change.js";
import { Journal } from "../queue/journal.js";
import { pick } from "../queue/picked.js";
import type { Postfix } from "../queue/postfix.js";
import { letGo, remove, secure } from "../queue/removal.js";
import { isNarrowed, type Selection } from "../queue/selection.js";
import type { Queued } from "../syntax/postqueue.js";
import { UsageError } from "../usage.js";
import { counted, number } from "../view/words.js";
import { pickedScreen } from "./queue-messages.js";
import type { Shell } from "./shell.js";
import { type Look, looksOf } from "./terminal.js";

/** What may be done to messages that are picked. */
export type Operation = Change | "delete";

/** What a command says of how it is to be done. */
export interface How extends Look {
  apply?: boolean | undefined;
  expect?: number | undefined;
  json?: boolean | undefined;
  all?: boolean | undefined;
  /** The folder of backups and of the journal. */
  backup: string;
}

const words: Record<Operation, { done: string; verb: string; next?: string }> = {
  hold: { verb: "hold", done: "Held" },
  release: { verb: "release", done: "Released" },
  flush: { verb: "try", done: "Trying", next: "mailworthy queue shows what came of it" },
  requeue: { verb: "requeue", done: "Requeued", next: "they come in again within a minute, under new ids" },
  expire: { verb: "expire", done: "Expired", next: "their senders are told at the next try: mailworthy queue flush" },
  delete: { verb: "delete", done: "Deleted" },
};

/** Picks messages, shows them, and does something to them only where that was asked for and their number was confirmed. */
export async function operate(
  operation: Operation,
  selection: Selection,
  postfix: Postfix,
  how: How,
  shell: Shell,
): Promise<number> {
  if (!isNarrowed(selection))
    throw new UsageError(
      `no message is named to ${operation}.`,
      "an id, --to, --from, --older, --reason; --in all for every one",
    );
  const now = Date.now();
  const picked = await pick(postfix, selection, now);
  const { fit, left } =
    operation === "delete" ? { fit: picked.messages, left: [] } : divided(operation, picked.messages);
  const say = (text: string): Promise<void> => (how.json ? Promise.resolve() : shell.stdout.write(text));
  const look = looksOf(shell.stdout, shell, how);
  await say(
    pickedScreen({ ...picked, messages: fit }, { now, all: how.all ?? false, places: selection.to ?? [] }, look),
  );
  await say(told(left, "passed over"));
  const answer = async (outcome: object, code: number): Promise<number> => {
    if (how.json)
      await shell.stdout.write(`${json({ operation, total: picked.total, selected: fit, left, ...outcome }, 2)}\n`);
    return code;
  };
  const count = fit.length;
  if (count === 0) {
    await shell.stderr.write(`mailworthy: no message to ${operation}; nothing was changed.\n`);
    return answer({ applied: false }, 2);
  }
  if (!how.apply) {
    await say(`\n  Nothing was changed. To do it: --apply (off a terminal: --apply --expect ${count})\n`);
    return answer({ applied: false }, 0);
  }
  if (how.expect !== undefined && how.expect !== count)
    throw new UsageError(`--expect ${how.expect}, and there are ${number(count)}; nothing was changed.`);
  if (how.expect === undefined && !shell.stdin.tty)
    throw new UsageError("nobody can type the count here; nothing was changed.", `--apply --expect ${count}`);
  const journal = new Journal(how.backup);
  const place = { postfix, journal, now };
  const confirmed = async (messages: readonly Queued[]): Promise<boolean> =>
    how.expect !== undefined ||
    isCount(await shell.ask(`  Type ${messages.length} to ${words[operation].verb} them: `), messages.length);
  if (operation !== "delete") {
    if (!(await confirmed(fit))) return answer({ applied: false }, await declined(shell));
    const changed = await carryOut(operation, fit, place);
    await say(outcome(operation, changed));
    return answer({ applied: true, ...changed, left: [...left, ...changed.left] }, changed.failed.length > 0 ? 1 : 0);
  }
  const secured = await secure(fit, place);
  const { backup, messages } = secured;
  await say(`\n  Backup of ${counted(messages.length, "message")}: ${backup.folder}\n`);
  const agreed = await confirmedOrNot(messages.length > 0 && confirmed(messages));
  if (agreed !== true) {
    await letGo(secured.held, place);
    if (agreed !== false) throw agreed.error;
    return answer({ applied: false, backup: backup.folder }, await declined(shell));
  }
  const changed = await remove(secured, place);
  await say(outcome(operation, changed));
  await say(`  To undo: mailworthy queue restore ${backup.stamp}\n`);
  return answer({ applied: true, backup: backup.folder, ...changed }, changed.failed.length > 0 ? 1 : 0);
}

/** What was answered, or why there was no answer: what is held must be released either way. */
async function confirmedOrNot(answer: false | Promise<boolean>): Promise<boolean | { error: unknown }> {
  try {
    return await answer;
  } catch (error) {
    return { error };
  }
}

const isCount = (typed: string, count: number): boolean => typed.trim().replaceAll(",", "") === String(count);

async function declined(shell: Shell): Promise<number> {
  await shell.stderr.write("mailworthy: not confirmed; nothing was changed.\n");
  return 2;
}

function outcome(operation: Operation, { done, left, failed }: Changed): string {
  const { done: word, next } = words[operation];
  const rest = left.length + failed.length;
  const lines = [
    `  ${word} ${number(done.length)}, ${number(rest)} left.${next && done.length > 0 ? ` Next: ${next}` : ""}`,
  ];
  return `${lines.join("\n")}\n${told([...left, ...failed], "left")}`;
}

/** How many were left, by why. */
function told(list: readonly Reasoned[], word: string): string {
  const whys = new Map<string, string[]>();
  for (const { id, why } of list) whys.set(why, [...(whys.get(why) ?? []), id]);
  return [...whys]
    .map(
      ([why, ids]) =>
        `  ${number(ids.length)} ${word}: ${why} (${ids.slice(0, 3).join(", ")}${ids.length > 3 ? ", ..." : ""})\n`,
    )
    .join("");
}
