import { terminal } from "../clean.js";
import { causeOf } from "../queue/cause.js";
import { domainOf } from "../queue/domain.js";
import type { Picked } from "../queue/picked.js";
import { bytes } from "../queue/size.js";
import type { Out } from "../reporter.js";
import type { Queued } from "../syntax/postqueue.js";
import { palette } from "../view/palette.js";
import { padEnd, padStart, shorten, width, wrap } from "../view/width.js";
import { counted, number } from "../view/words.js";
import { since } from "./queue-screen.js";

/** Rows without `--all`. */
const few = 10;

/** Messages that are picked: how many, from whom, how old and how large; then each of them, or the oldest. */
export function pickedScreen(
  { messages, total }: Picked,
  { now, all, places = [] }: { now: number; all: boolean; places?: readonly string[] },
  out: Omit<Out, "write">,
): string {
  const { dim, bold, spell, ellipsis } = palette(out);
  const columns = Math.min(out.columns, 120);
  const ordered = [...messages].sort((a, b) => a.arrival - b.arrival || (a.id < b.id ? -1 : 1));
  const shown = all ? ordered : ordered.slice(0, few);
  const wide = Math.max(11, ...shown.map(({ id }) => id.length));
  const room = columns - 2 - wide - 2 - 11 - 2 - 6 - 2;
  const row = (message: Queued): string[] => {
    const { id, arrival, size, sender, recipients } = message;
    const first = terminal(recipients[0]?.address ?? "nobody");
    const more = recipients.length > 1 ? ` and ${number(recipients.length - 1)} more` : "";
    const by = sender === "" ? "<>" : terminal(sender);
    const who = `${by} → ${first}${more}`;
    const start = `  ${padEnd(id, wide)}  ${padStart(since(now - arrival * 1_000), 11)}  ${padStart(bytes(size), 6)}`;
    const why = `${message.queue}${message.queue === "deferred" ? `, ${causes(message)}` : ""}`;
    if (room < 30) return [start, ...wrap(who, columns - 4, ellipsis).map((line) => `    ${line}`), dim(`    ${why}`)];
    const left = Math.min(width(by), Math.max(Math.floor(room / 2) - 2, room - 3 - width(first + more)));
    const right = shorten(first, room - left - 3 - more.length, ellipsis) + more;
    return [`${start}  ${shorten(by, left, ellipsis)} → ${right}`, dim(`${" ".repeat(4 + wide)}${why}`)];
  };
  const lines = [
    ...wrap(summary(messages, total, now), columns - 2, ellipsis).map((line) => `  ${bold(line)}`),
    ...elsewhere(messages, places).flatMap((line) => wrap(line, columns - 2, ellipsis).map((one) => `  ${one}`)),
    "",
    ...shown.flatMap(row),
    ...(shown.length < ordered.length ? [`  ${ellipsis} ${number(ordered.length - shown.length)} more (--all)`] : []),
  ];
  return `${lines.map((line) => spell(line)).join("\n")}\n`;
}

/** `52 of 1,482 messages: 31 senders, oldest 20 h, 2.1 MB`. */
function summary(messages: readonly Queued[], total: number, now: number): string {
  const senders = new Set(messages.map(({ sender }) => sender)).size;
  const oldest = messages.reduce((least, { arrival }) => Math.min(least, arrival), Infinity) * 1_000;
  const size = messages.reduce((sum, message) => sum + message.size, 0);
  const of = `${number(messages.length)} of ${counted(total, "message")}`;
  return messages.length === 0
    ? of
    : `${of}: ${counted(senders, "sender")}, oldest ${since(now - oldest)}, ${bytes(size)}`;
}

/** A message goes as a whole: who else it is for. */
function elsewhere(messages: readonly Queued[], places: readonly string[]): string[] {
  if (places.length === 0) return [];
  const domains = new Set(places.map((place) => domainOf(place)));
  const mixed = messages.filter(({ recipients }) =>
    recipients.some(({ address }) => ![...domains].some((one) => isBelow(domainOf(address), one))),
  );
  return mixed.length === 0 ? [] : [`${number(mixed.length)} of them are for other destinations as well`];
}

const isBelow = (domain: string, place: string): boolean =>
  place.startsWith(".") ? domain.endsWith(place) : domain === place;

const causes = ({ recipients }: Queued): string =>
  [...new Set(recipients.map(({ reason }) => causeOf(reason)))].slice(0, 3).join(", ");
