import { join } from "node:path";
import { json, terminal } from "../clean.js";
import { backupsIn, readBackup, type Saved } from "../queue/backup.js";
import { Journal } from "../queue/journal.js";
import type { Postfix } from "../queue/postfix.js";
import { restore } from "../queue/restoration.js";
import { bytes } from "../queue/size.js";
import { UsageError } from "../usage.js";
import { counted, number } from "../view/words.js";
import type { How } from "./queue-operation.js";
import type { Shell } from "./shell.js";

/** Puts messages of a backup back into the queue; without the name of one, lists the backups. */
export async function restoreFrom(
  [stamp, ...ids]: readonly string[],
  postfix: Postfix,
  how: How,
  shell: Shell,
): Promise<number> {
  const say = (text: string): Promise<void> => (how.json ? Promise.resolve() : shell.stdout.write(text));
  if (stamp === undefined) return listBackups(how, shell);
  const all = await readBackup(how.backup, stamp);
  const missing = ids.find((id) => !all.some((saved) => saved.id === id));
  if (missing !== undefined) throw new UsageError(`${missing} is not in the backup ${stamp}.`);
  const chosen = ids.length === 0 ? all : all.filter(({ id }) => ids.includes(id));
  await say(`  ${number(chosen.length)} of ${counted(all.length, "message")} in ${join(how.backup, stamp)}\n`);
  for (const saved of chosen.slice(0, how.all ? undefined : 10)) await say(`  ${line(saved)}\n`);
  if (chosen.length === 0) return 2;
  const { length: count } = chosen;
  const answer = async (outcome: object, code: number): Promise<number> => {
    if (how.json) await shell.stdout.write(`${json({ operation: "restore", selected: chosen, ...outcome }, 2)}\n`);
    return code;
  };
  if (!how.apply) {
    await say(`\n  Nothing was changed. To do it: --apply (off a terminal: --apply --expect ${count})\n`);
    return answer({ applied: false }, 0);
  }
  if (how.expect !== undefined && how.expect !== count)
    throw new UsageError(`--expect ${how.expect}, and there are ${number(count)}; nothing was changed.`);
  if (how.expect === undefined) {
    if (!shell.stdin.tty)
      throw new UsageError("nobody can type the count here; nothing was changed.", `--apply --expect ${count}`);
    if ((await shell.ask(`  Type ${count} to restore them: `)).trim() !== String(count)) {
      await shell.stderr.write("mailworthy: not confirmed; nothing was changed.\n");
      return answer({ applied: false }, 2);
    }
  }
  const found = await restore(chosen, { postfix, journal: new Journal(how.backup), stamp });
  const back = found.filter(({ now }) => now !== undefined);
  await say(`  Restored ${number(back.length)}, ${number(count - back.length)} left.\n`);
  const renamed = back.filter(({ id, now }) => id !== now);
  if (renamed.length > 0)
    await say(
      `  ${counted(renamed.length, "message has", "messages have")} a new id: a short id is made of the place on the disk\n`,
    );
  for (const { id, why } of found.filter((one) => one.now === undefined).slice(0, 10))
    await say(`  ${id}: ${terminal(why ?? "")}\n`);
  return answer({ applied: true, restored: found }, back.length < count ? 1 : 0);
}

const line = ({ id, sender, recipients, size }: Saved): string => {
  const more = recipients.length > 1 ? ` and ${number(recipients.length - 1)} more` : "";
  return `${id}  ${bytes(size)}  ${sender === "" ? "<>" : terminal(sender)} -> ${terminal(recipients[0] ?? "nobody")}${more}`;
};

async function listBackups(how: How, shell: Shell): Promise<number> {
  const stamps = await backupsIn(how.backup);
  const found = [];
  for (const stamp of stamps.slice(0, how.all ? undefined : 20))
    found.push({ backup: stamp, messages: (await readBackup(how.backup, stamp).catch(() => [])).length });
  if (how.json) await shell.stdout.write(`${json({ folder: how.backup, backups: found }, 2)}\n`);
  else if (found.length === 0) await shell.stdout.write(`no backup in ${how.backup}\n`);
  else
    for (const { backup, messages } of found)
      await shell.stdout.write(`${backup}  ${counted(messages, "message")}   mailworthy queue restore ${backup}\n`);
  return 0;
}
