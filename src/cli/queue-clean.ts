import { terminal } from "../clean.js";
import type { Census, Holdup } from "../queue/census.js";
import { moveCorrupt } from "../queue/corrupt.js";
import { gatherQueue } from "../queue/gather.js";
import { Journal } from "../queue/journal.js";
import type { Postfix } from "../queue/postfix.js";
import { UsageError } from "../usage.js";
import { padEnd, padStart } from "../view/width.js";
import { counted, number } from "../view/words.js";
import { type How, operate } from "./queue-operation.js";
import { since } from "./queue-screen.js";
import type { Shell } from "./shell.js";

/** As many destinations are offered. */
const offered = 10;

/** Goes through what clogs the queue, the destinations that hold most of it and corrupt files, and asks of each. */
export async function clean(postfix: Postfix, how: How, shell: Shell): Promise<number> {
  if (how.json || how.expect !== undefined)
    throw new UsageError(
      "clean asks, and takes neither --json nor --expect.",
      "mailworthy queue delete --to PLACE --apply --expect N",
    );
  if (how.apply && !shell.stdin.tty)
    throw new UsageError(
      "nobody can be asked here; nothing was changed.",
      "mailworthy queue delete --to PLACE --apply --expect N",
    );
  const now = Date.now();
  const census = await gatherQueue(postfix, now);
  const places = census.destinations.slice(0, offered);
  const say = (text: string): Promise<void> => shell.stdout.write(text);
  const deferred = census.queues["deferred"]?.messages ?? 0;
  await say(`${number(deferred)} deferred${deferred > 1_000 ? ", more than 1,000" : ""}; ${corruptIn(census)}\n\n`);
  for (const [at, { domain, messages }] of places.entries()) {
    const cause = census.causes.find((one) => one.domain === domain);
    await say(
      `  ${padStart(String(at + 1), 2)}  ${padStart(number(messages), 7)}  ${padEnd(terminal(domain), 30)}  ${cause ? told(cause, now) : ""}\n`,
    );
  }
  if (!how.apply) {
    await say("\n  Nothing was changed. To be asked what to delete: mailworthy queue clean --apply\n");
    return 0;
  }
  let worst = 0;
  for (;;) {
    const typed =
      places.length === 0
        ? ""
        : (await shell.ask("\n  Delete the deferred mail for which? A number, or nothing to go on: ")).trim();
    if (typed === "") break;
    const place = /^\d{1,2}$/.test(typed) ? places[Number(typed) - 1] : undefined;
    if (!place) await say(`  There is 1 to ${places.length}.\n`);
    else if ((await operate("delete", { to: [place.domain], in: ["deferred"] }, postfix, how, shell)) === 1) worst = 1;
  }
  const { spool } = census;
  if ("unread" in spool || spool.corrupt.length === 0) return worst;
  const ids = spool.corrupt.map(({ id }) => id);
  const typed = await shell.ask(
    `  Type ${ids.length} to move ${counted(ids.length, "corrupt file")} out of the spool, into the backup: `,
  );
  if (typed.trim() !== String(ids.length)) {
    await shell.stderr.write("mailworthy: not confirmed; corrupt files stay.\n");
    return worst;
  }
  const { folder, moved } = await moveCorrupt(spool.directory, ids, new Journal(how.backup), now);
  await say(`  Moved ${number(moved.length)}, ${number(ids.length - moved.length)} left: ${folder}\n`);
  return moved.length < ids.length ? 1 : worst;
}

const corruptIn = ({ spool }: Census): string =>
  "unread" in spool ? spool.unread : counted(spool.corrupt.length, "corrupt file");

const told = ({ cause, oldest }: Holdup, now: number): string => `${cause}, oldest ${since(now - oldest)}`;
