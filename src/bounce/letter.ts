import { bounds } from "../bounds.js";
import { readHtml } from "../syntax/html.js";
import { parseDate } from "../syntax/mail-date.js";
import { type Part, partsOf, valueOf, withoutEncodedWords } from "../syntax/mime.js";
import type { Bounced } from "./bounced.js";
import { feedbackIn } from "./complaint.js";
import { kindOf } from "./kind.js";
import { recipientsOf, statusPart } from "./reported.js";
import { isDaemon, looksChallenge, looksFailed } from "./signs.js";
import { fromText } from "./unreported.js";

/** A mail that may tell of one that came back. */
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
export function readLetter(octets: Uint8Array): Letter {
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
    return { ...about, kind: "bounce", by: status.reportingMta, recipients: recipientsOf(status, body) };
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
