import { bounds } from "../bounds.js";
import { type ReasonName } from "../data/bounce-reasons.js";
import { type DeliveryStatus, parseDeliveryStatus, type StatusOfRecipient } from "../syntax/delivery-status.js";
import { type FeedbackReport, parseFeedbackReport } from "../syntax/feedback-report.js";
import { readHtml } from "../syntax/html.js";
import { parseDate } from "../syntax/mail-date.js";
import { type Part, partsOf, valueOf, withoutEncodedWords } from "../syntax/mime.js";
import { namedIn, reportOf } from "./addresses.js";
import { reasonOf } from "./reason.js";
import { commandIn, flattened, hostIn, isGeneric, replyCodeIn, statusIn } from "./reply.js";
import { isDaemon, looksAway, looksChallenge, looksFailed } from "./signs.js";

/** What came of it; `expired`: given up after trying for long; `complained`: it arrived, and was not wanted. */
export type Outcome = "failed" | "expired" | "delayed" | "relayed" | "delivered" | "expanded" | "complained";

/** What a bounce says of one recipient; texts are those of other people's servers. */
export interface Bounced {
  /** Empty where the report hides it. */
  address: string;
  /** The one that was written to, where the mail was passed on. */
  original: string | null;
  outcome: Outcome;
  /** Enhanced status code (RFC 3463). */
  status: string | null;
  /** SMTP reply code. */
  replyCode: string | null;
  diagnostic: string | null;
  host: string | null;
  /** The SMTP command that was answered. */
  command: string | null;
  reason: ReasonName;
  retriesUntil: string | null;
}

export type Letter = {
  /** ISO 8601, UTC. */
  date: string | null;
  subject: string;
} & (
  | { kind: "bounce"; by: string | null; recipients: Bounced[] }
  | { kind: "feedback"; type: string; recipients: Bounced[] }
  /** `auto-reply`: nobody failed, someone is away; `challenge`: asks the sender to prove something. */
  | { kind: "auto-reply" | "challenge" | "other" }
);

/** Reads one mail, or the bare text of one, from octets. Total: any octets are something. */
export function readBounce(octets: Uint8Array): Letter {
  const { size, parts: most, depth, text } = bounds.bounce;
  const source = Buffer.from(octets.buffer, octets.byteOffset, Math.min(octets.length, size)).toString("latin1");
  const lines = source.replace(/\r\n?/g, "\n").replace(/^\n+/, "");
  const parts = partsOf(isMail(lines) ? lines : `Content-Type: text/plain; charset=utf-8\n\n${lines}`, {
    parts: most,
    depth,
    text,
  });
  const head = parts[0]?.fields ?? [];
  const about = {
    subject: withoutEncodedWords(valueOf(head, "subject") ?? ""),
    date: parseDate(valueOf(head, "date") ?? "")?.at ?? null,
  };
  const complaint = feedbackIn(parts);
  if (complaint) return { ...about, ...complaint };
  const body = bodyOf(parts);
  const from = valueOf(head, "from") ?? "";
  const status = statusPart(parts, lines);
  // Some challenges are dressed as reports.
  if (status && !isDaemon(from) && looksChallenge(body) && !looksFailed(about.subject))
    return { ...about, kind: "challenge" };
  if (status) {
    const recipients = status.recipients.map((one) => told(one, body));
    return { ...about, kind: "bounce", by: status.reportingMta, recipients: merged(recipients) };
  }
  const failed = valueOf(head, "x-failed-recipients");
  const kind = failed === undefined ? kindOf({ head, from, subject: about.subject, body }) : "bounce";
  if (kind !== "bounce") return { ...about, kind };
  const recipients = fromText({ parts, body, from, to: valueOf(head, "to") ?? "", failed, subject: about.subject });
  return recipients.length > 0 ? { ...about, kind, by: null, recipients } : { ...about, kind: "other" };
}

const headField = /^(?:from |[!-9;-~]{1,60}:)/i;
const mailFields =
  /^(?:received|return-path|from|to|subject|date|message-id|mime-version|content-type|x-[\w-]{1,40}|delivered-to|feedback-type|auto-submitted):/im;

/** Whether it begins with a header section; else it is the bare text of a mail. */
function isMail(text: string): boolean {
  const end = text.indexOf("\n\n");
  return headField.test(text.slice(0, 70)) && mailFields.test(text.slice(0, end < 0 ? 4_000 : Math.min(end, 64_000)));
}

/** The text that people read, of the report itself. */
function bodyOf(parts: readonly Part[]): string {
  const own = parts.filter(({ inside }) => inside === 0);
  const plain = own.filter(({ type, text }) => type === "text/plain" && text.trim() !== "");
  if (plain.length > 0)
    return plain
      .map(({ text }) => text)
      .join("\n")
      .slice(0, bounds.bounce.text);
  const html = own.find(({ type, text }) => type === "text/html" && text !== "");
  if (!html)
    return (
      own.find(({ text, type }) => text.trim() !== "" && type.startsWith("text/") && type !== "text/rfc822-headers")
        ?.text ?? ""
    );
  return html.text
    .slice(0, bounds.bounce.html)
    .replace(/<(?:br|\/p|\/div|\/tr|\/h\d|\/li)[^<>]{0,200}>/gi, "\n")
    .split("\n")
    .map((line) => readHtml(line, 0).text)
    .join("\n");
}

function statusPart(parts: readonly Part[], whole: string): DeliveryStatus | undefined {
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

const bare = (text: string | null): string | null => {
  const address = text
    ?.replace(/^<|>$/g, "")
    .replace(/^@[^:]{1,500}:/, "") // RFC 5321 §4.1.1.3: a route
    .replace(/^"(.*)"$/, "$1")
    .replace(/^rfc822;\s{0,5}/i, "")
    .replace(/\s?\(.{0,200}\)$/, "")
    .trim();
  return address === undefined || address === "" ? null : address;
};

function told(one: StatusOfRecipient, body: string): Bounced {
  const [last, original] = [bare(one.finalRecipient), bare(one.originalRecipient)];
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
  const host = bare(one.remoteMta)?.toLowerCase().replace(/\s.*$/, "") ?? hostIn(own) ?? hostIn(around) ?? null;
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

function outcomeOf(action: string | null, status: string | null, text: string): Outcome {
  const word = /[a-z]+/i.exec(action ?? "")?.[0].toLowerCase();
  if (word === "delivered" || word === "relayed" || word === "expanded" || word === "delayed") return word;
  if (word !== "failed" && status?.startsWith("2")) return "delivered";
  if (word === undefined && status?.startsWith("4") && /will (?:be )?(?:re)?tr|delayed|not yet/i.test(text))
    return "delayed";
  const gaveUp =
    /\bexpired\b|too old|retry time(?:out)? exceeded|timeout exceeded|could not be delivered for|in the queue too long/i;
  return status?.startsWith("4") || gaveUp.test(text) ? "expired" : "failed";
}

/** One a recipient: reports name some twice. */
function merged(recipients: readonly Bounced[]): Bounced[] {
  const by = new Map<string, Bounced>();
  for (const one of recipients) {
    const key = one.address.toLowerCase();
    if (!by.has(key)) by.set(key, one);
  }
  return [...by.values()];
}

interface Head {
  head: Part["fields"];
  from: string;
  subject: string;
  body: string;
}

function kindOf({ head, from, subject, body }: Head): "bounce" | "auto-reply" | "challenge" | "other" {
  const report = reportOf(body, 400).join("\n");
  const answered =
    /auto-(?:replied|notified)|auto-generated/i.test(valueOf(head, "auto-submitted") ?? "") ||
    valueOf(head, "x-autoreply") !== undefined ||
    valueOf(head, "x-autorespond") !== undefined ||
    /auto_reply/i.test(valueOf(head, "precedence") ?? "");
  if (looksAway(`${subject}\n${report}`) && !(isDaemon(from) && looksFailed(report))) return "auto-reply";
  if (looksChallenge(report) && !looksFailed(subject) && !/mailer-daemon/i.test(from)) return "challenge";
  const bareText = head.length === 1;
  const signs = [isDaemon(from), looksFailed(subject), looksFailed(report), codedRefusal.test(report)];
  const count = signs.filter(Boolean).length;
  if (count >= 2 || (bareText && (signs[2] || signs[3]))) return "bounce";
  return answered ? "auto-reply" : "other";
}

const codedRefusal = /(?:^|[\s:>(])[45][0-5]\d[ -](?:[45]\.\d{1,3}\.\d{1,3}|[a-z<"'#(:])/i;

interface Told {
  parts: readonly Part[];
  body: string;
  from: string;
  to: string;
  failed: string | undefined;
  subject: string;
}

/** The recipients of a bounce that has no part for programs. */
function fromText({ parts, body, from, to, failed, subject }: Told): Bounced[] {
  const lines = reportOf(body, 2_000);
  const addressed = addressesIn(`${from} ${to}`);
  const listed = failed === undefined ? [] : addressesIn(failed);
  const most = bounds.bounce.recipients;
  const found = namedIn(lines, new Set(addressed), most);
  const all = lines.join("\n");
  const named =
    listed.length > 0
      ? listed.map((address) => ({
          address,
          text: found.find((one) => one.address.toLowerCase() === address)?.text ?? all,
        }))
      : found;
  const returned =
    named.length > 0 ? [] : addressesIn(originalTo(parts, body)).filter((one) => !addressed.includes(one));
  const recipients = named.length > 0 ? named : returned.slice(0, 1).map((address) => ({ address, text: all }));
  return recipients.map(({ address, text }) =>
    fromLines(address, text, recipients.length === 1 ? all : text, `${subject}\n${all}`),
  );
}

const addressForm = /[A-Za-z0-9!#$%&'*+/=?^_{|}~.-]{1,128}@(?:[A-Za-z0-9_-]{1,63}\.){1,10}[A-Za-z0-9-]{2,63}/g;
const addressesIn = (text: string): string[] =>
  [...text.slice(0, 8_000).matchAll(addressForm)].map(([address]) => address.toLowerCase());

/** To whom the message that came back was written. */
function originalTo(parts: readonly Part[], body: string): string {
  for (const { inside, fields, type, text } of parts) {
    if (inside > 0 && valueOf(fields, "to") !== undefined) return valueOf(fields, "to")!;
    if (type === "text/rfc822-headers") {
      const to = /^To:([^\n]{1,1000})/im.exec(text)?.[1];
      if (to !== undefined) return to;
    }
  }
  return /^>?[ \t]{0,8}To:([^\n]{1,1000})/im.exec(body)?.[1] ?? "";
}

function fromLines(address: string, text: string, more: string, whole: string): Bounced {
  const own = flattened(text);
  const wide = flattened(more);
  const status = statusIn(own) ?? statusIn(wide) ?? statusIn(flattened(whole)) ?? null;
  const replyCode = replyCodeIn(own) ?? replyCodeIn(wide) ?? replyCodeIn(flattened(whole)) ?? null;
  const host = hostIn(own) ?? hostIn(wide) ?? null;
  const command = commandIn(own) ?? commandIn(wide) ?? null;
  const evidence = { status, replyCode, host, command };
  const said = own.replaceAll(address, "");
  const first = /[a-z]{3}/i.test(said) ? reasonOf({ ...evidence, text: said }) : "undefined";
  const reason = first === "undefined" ? reasonOf({ ...evidence, text: wide || flattened(whole) }) : first;
  const waits =
    /will (?:be )?(?:continue|keep|re)?[- ]?tr|has been delayed|delayed|not yet been delivered|warning only|still trying/i.test(
      whole.slice(0, 4_000),
    );
  const permanent = status?.startsWith("5") || replyCode?.startsWith("5");
  return {
    address,
    original: null,
    outcome:
      waits && !permanent ? "delayed" : outcomeOf("failed", status ?? (replyCode?.startsWith("4") ? "4" : null), whole),
    status,
    replyCode,
    diagnostic: own || null,
    host,
    command,
    reason: reason === "undefined" && waits ? "expired" : reason,
    retriesUntil: null,
  };
}

function feedbackIn(parts: readonly Part[]): { kind: "feedback"; type: string; recipients: Bounced[] } | undefined {
  const part = parts.find(({ type }) => type === "message/feedback-report");
  const report = part ? parseFeedbackReport(part.text, bounds.bounce.recipients) : outlookComplaint(parts);
  if (!report) return undefined;
  const to =
    report.recipients.length > 0
      ? report.recipients.map((one) => bare(one) ?? "")
      : addressesIn(originalTo(parts, "")).slice(0, 1);
  const recipients = (to.length > 0 ? to : [""]).map((address): Bounced => ({
    address,
    original: null,
    outcome: "complained",
    status: null,
    replyCode: null,
    diagnostic: null,
    host: report.sourceAddress,
    command: null,
    reason: "feedback",
    retriesUntil: null,
  }));
  return { kind: "feedback", type: report.type, recipients };
}

/** Outlook.com sends the message back with a field of its own and no part for programs. */
function outlookComplaint(parts: readonly Part[]): FeedbackReport | undefined {
  for (const { inside, fields } of parts) {
    const recipient = inside > 0 ? valueOf(fields, "x-hmxmroriginalrecipient") : undefined;
    if (recipient !== undefined) return { type: "abuse", recipients: [recipient], sourceAddress: null };
  }
  return undefined;
}
