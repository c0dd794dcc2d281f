import { bounds } from "../bounds.js";
import { type DeliveryStatus, parseDeliveryStatus, type StatusOfRecipient } from "../syntax/delivery-status.js";
import { parseDate } from "../syntax/mail-date.js";
import type { Part } from "../syntax/mime.js";
import { bareAddress } from "./addresses.js";
import { reportOf } from "./named.js";
import { type Bounced, outcomeOf } from "./bounced.js";
import { reasonOf } from "./reason.js";
import { commandIn, flattened, hostIn, isGeneric, replyCodeIn, statusIn } from "./reply.js";

/** The report for programs (RFC 3464): of the outermost message that has one, or what is left of it in the text. */
export function statusPart(parts: readonly Part[], whole: string): DeliveryStatus | undefined {
  const most = bounds.bounce.recipients;
  const machine = parts.filter(({ type }) => /^message\/(?:global-)?delivery-status$/.test(type));
  const nearest = machine.reduce((least, { inside }) => Math.min(least, inside), Number.POSITIVE_INFINITY);
  const reports = machine.filter(({ inside }) => inside === nearest).map(({ text }) => parseDeliveryStatus(text, most));
  const recipients = reports.flatMap((one) => one.recipients).slice(0, most);
  if (recipients.length > 0) return { reportingMta: reports[0]!.reportingMta, recipients };
  // A report whose parts were lost on the way, or that was pasted.
  const at = /^(?:Original-Recipient|Final-Recipient):[ \t]{0,10}\S/im.exec(whole)?.index;
  if (at === undefined) return undefined;
  const from = whole.lastIndexOf("\n\n", at);
  const found = parseDeliveryStatus(whole.slice(from < 0 ? at : from + 2, at + bounds.bounce.text), most);
  return found.recipients.length > 0 ? found : undefined;
}

/** What a report says of its recipients, each once, with what people are told of them beside it. */
export function recipientsOf({ recipients }: DeliveryStatus, body: string): Bounced[] {
  return merged(recipients.map((one) => told(one, body)));
}

function told(one: StatusOfRecipient, body: string): Bounced {
  const [last, original] = [bareAddress(one.finalRecipient), bareAddress(one.originalRecipient)];
  // A name that only the receiver's own machines know helps nobody.
  const address = (last !== null && (original === null || reaches(last)) ? last : original) ?? "";
  const own = one.diagnostic === null ? "" : flattened(one.diagnostic);
  const around = near(body, [address, original]);
  const text = /[a-z]{3}/i.test(own.replace(address, "")) ? own : flattened(`${own} ${around}`);
  const written = one.status === null ? undefined : /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(one.status)?.[0];
  const inText = statusIn(own);
  const sameClass = inText !== undefined && (written === undefined || written[0] === inText[0] || isGeneric(written));
  const status =
    written === undefined || (isGeneric(written) && sameClass && !isGeneric(inText!)) ? (inText ?? written) : written;
  const replyCode = replyCodeIn(own) ?? replyCodeIn(around) ?? null;
  const host = bareAddress(one.remoteMta)?.toLowerCase().replace(/\s.*$/, "") ?? hostIn(own) ?? hostIn(around) ?? null;
  const command = commandIn(own) ?? commandIn(around) ?? null;
  const outcome = outcomeOf(one.action, status ?? null, `${own} ${around}`);
  const arrived = outcome === "delivered" || outcome === "relayed" || outcome === "expanded";
  const evidence = { text, status: status ?? null, replyCode, host, command };
  // What a command said that delivers mail, such as a pipe's.
  const piped = one.diagnosticType === "x-unix";
  const first = arrived ? "delivered" : piped ? "mailererror" : reasonOf(evidence);
  const reason = first === "undefined" ? reasonOf({ ...evidence, text: flattened(around) }) : first;
  return {
    address,
    original: original !== null && original.toLowerCase() !== address.toLowerCase() ? original : null,
    outcome,
    status: status ?? null,
    replyCode,
    diagnostic: own || (around.trim() === "" ? null : flattened(around)),
    host,
    command,
    reason: reason === "undefined" && (outcome === "delayed" || outcome === "expired") ? "expired" : reason,
    retriesUntil: one.retriesUntil === null ? null : (parseDate(one.retriesUntil)?.at ?? null),
  };
}

const reaches = (address: string): boolean => /@[^@]{1,255}\.(?!local$|localdomain$)[^.@]{1,63}$/i.test(address);

/** The lines of the text about an address, or all of it where it does not name the address. */
function near(body: string, addresses: readonly (string | null)[]): string {
  const lines = reportOf(body, 400);
  const names = (line: string): boolean =>
    addresses.some((one) => one && line.toLowerCase().includes(one.toLowerCase()));
  const at = lines.findIndex(names);
  const next =
    at < 0 ? -1 : lines.findIndex((line, index) => index > at && index <= at + 12 && opens.test(line) && !names(line));
  return (at < 0 ? lines : lines.slice(at, next < 0 ? at + 12 : next)).join("\n").slice(0, 4_000);
}

/** A line that begins what is said of the next address. */
const opens = /^\s{0,8}<?[^\s<>@]{1,64}@[^\s<>:]{1,255}>?:/;

/** One a recipient: reports name some twice. */
function merged(recipients: readonly Bounced[]): Bounced[] {
  const by = new Map<string, Bounced>();
  for (const one of recipients) {
    const key = one.address.toLowerCase();
    if (!by.has(key)) by.set(key, one);
  }
  return [...by.values()];
}
