import { readFile, stat } from "node:fs/promises";
import { bounds } from "../bounds.js";
import { json, terminal } from "../clean.js";
import { about, causeOf } from "../queue/cause.js";
import { pick } from "../queue/picked.js";
import type { Postfix } from "../queue/postfix.js";
import { isNarrowed, type Selection } from "../queue/selection.js";
import { bytes } from "../queue/size.js";
import { beginning, filesIn } from "../queue/spool.js";
import type { Out } from "../reporter.js";
import { type Deferral, parseDeferLog } from "../syntax/defer-log.js";
import type { Queued } from "../syntax/postqueue.js";
import { parseQueueFile, type QueueFileEnvelope } from "../syntax/queue-file.js";
import { UsageError } from "../usage.js";
import { palette } from "../view/palette.js";
import { padEnd, wrap } from "../view/width.js";
import { moment, number } from "../view/words.js";
import { pickedScreen } from "./queue-messages.js";
import { since } from "./queue-screen.js";
import type { Shell } from "./shell.js";
import { type Look, looksOf } from "./terminal.js";

/** A message with all that is known of it; what only root may read is missing for others. */
interface Whole {
  message: Queued;
  envelope?: QueueFileEnvelope;
  deferrals: Deferral[];
  /** When it is tried next, milliseconds since 1970. */
  next?: number;
  /** Its text as postcat prints it. */
  text: string;
}

/** Shows messages: those that are named by id one by one, others as a table. */
export async function show(
  selection: Selection,
  postfix: Postfix,
  how: Look & { json?: boolean | undefined; all?: boolean | undefined },
  shell: Shell,
): Promise<number> {
  if (!isNarrowed(selection))
    throw new UsageError("no message is named to show.", "mailworthy queue show ID, or --to, --from, --in deferred");
  const now = Date.now();
  const picked = await pick(postfix, selection, now);
  const missing = (selection.ids ?? []).filter((id) => !picked.messages.some((message) => message.id === id));
  for (const id of missing) await shell.stderr.write(`mailworthy: ${terminal(id)} is not in the queue\n`);
  if (picked.messages.length === 0) {
    if (missing.length === 0) await shell.stderr.write("mailworthy: no such message in the queue\n");
    return 2;
  }
  const look = looksOf(shell.stdout, shell, how);
  if (!selection.ids?.length) {
    await shell.stdout.write(
      how.json
        ? `${json({ total: picked.total, messages: picked.messages }, 2)}\n`
        : pickedScreen(picked, { now, all: how.all ?? false }, look),
    );
    return 0;
  }
  const wholes: Whole[] = [];
  for (const message of picked.messages) wholes.push(await wholeOf(message, postfix));
  await shell.stdout.write(
    how.json
      ? `${json({ total: picked.total, messages: wholes }, 2)}\n`
      : wholes.map((whole) => screen(whole, now, how.all ?? false, look)).join("\n"),
  );
  return missing.length > 0 ? 1 : 0;
}

async function wholeOf(message: Queued, postfix: Postfix): Promise<Whole> {
  const directory = await postfix.setting("queue_directory");
  const whole: Whole = { message, deferrals: [], text: "" };
  try {
    for await (const { id, path } of filesIn(directory, message.queue)) {
      if (id !== message.id) continue;
      if (message.queue === "deferred") whole.next = (await stat(path)).mtimeMs;
      const envelope = parseQueueFile(await beginning(path, bounds.queue.envelope));
      if (envelope) whole.envelope = envelope;
    }
    for await (const { id, path } of filesIn(directory, "defer"))
      if (id === message.id) whole.deferrals = parseDeferLog(await readFile(path, "utf8"), bounds.queue.recipients);
  } catch {
    // Only root may read it; the listing says what it says all the same.
  }
  const { code, stdout } = await postfix.run("postcat", ["-hbq", message.id]);
  return code === 0 ? { ...whole, text: stdout.slice(0, bounds.queue.shown) } : whole;
}

function screen(
  { message, envelope, deferrals, next, text }: Whole,
  now: number,
  all: boolean,
  out: Omit<Out, "write">,
): string {
  const { bold, dim, spell, ellipsis } = palette(out);
  const columns = Math.min(out.columns, 120);
  const row = (name: string, value: string): string[] =>
    wrap(value, Math.max(20, columns - 10), ellipsis).map(
      (line, at) => `  ${dim(padEnd(at === 0 ? name : "", 7))} ${line}`,
    );
  const arrived = message.arrival * 1_000;
  const from = [
    message.sender === "" ? "<> (the mail system)" : terminal(message.sender),
    ...(envelope?.client ? [`by ${terminal(envelope.client)}`] : []),
    ...(envelope?.login ? [`logged in as ${terminal(envelope.login)}`] : []),
  ];
  const tried = next === undefined ? [] : [next <= now ? "due now" : `in ${since(next - now)}`];
  const recipients = message.recipients.flatMap(({ address, reason }) => {
    const cause = causeOf(reason);
    const kept = deferrals.find(({ recipient }) => recipient.toLowerCase() === address.toLowerCase());
    const { means, remedy } = about(cause);
    const status = kept?.status ? ` ${terminal(kept.status)}` : "";
    return [
      ...row("to", `${terminal(address)}${reason === null ? "" : `  ${cause}${status}`}`),
      ...(reason === null ? [] : [...row("", terminal(reason)), ...row("", `${means}; ${remedy}`)]),
    ];
  });
  const lines = text.replace(/\n$/, "").split("\n");
  const shown = all ? lines : lines.slice(0, bounds.queue.lines);
  return `${[
    `${bold(message.id)}  ${message.queue}${message.expiring ? ", to be given up" : ""}, ${since(now - arrived)} old, ${bytes(message.size)}`,
    ...row("from", from.join(", ")),
    ...row("came", moment(new Date(arrived).toISOString())),
    ...tried.flatMap((when) => row("next", when)),
    ...recipients,
    "",
    ...(text === ""
      ? ["  only root may read its text"]
      : shown.map((line) => `  ${terminal(line.replace(/\t/g, "    "))}`)),
    ...(shown.length < lines.length ? [`  ${ellipsis} ${number(lines.length - shown.length)} more lines (--all)`] : []),
  ]
    .map((line) => spell(line).trimEnd())
    .join("\n")}\n`;
}
