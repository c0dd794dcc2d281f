import { type Field, parseMessage, unfolded } from "./message.js";

/** A delivery status notification's machine part (RFC 3464 §2): groups of fields, the first of the message as a whole. */
export interface DeliveryStatus {
  /** Who writes, of dns type as a rule. */
  reportingMta: string | null;
  recipients: StatusOfRecipient[];
}

/** What a report says of one recipient; texts as they are written. */
export interface StatusOfRecipient {
  /** Without the type before the semicolon. */
  finalRecipient: string | null;
  originalRecipient: string | null;
  /** The address that was tried, where a Microsoft or Exim server tells one of its own. */
  actualRecipient: string | null;
  action: string | null;
  status: string | null;
  remoteMta: string | null;
  diagnosticType: string | null;
  diagnostic: string | null;
  lastAttempt: string | null;
  retriesUntil: string | null;
}

/** `most`: recipients that are read. */
export function parseDeliveryStatus(text: string, most: number): DeliveryStatus {
  const found: DeliveryStatus = { reportingMta: null, recipients: [] };
  for (const group of text.split(/\n[ \t]*\n/, most * 4)) {
    const { fields } = parseMessage(group.replace(/^\n+/, ""));
    found.reportingMta ??= typed(fields, "reporting-mta")?.text ?? null;
    if (found.recipients.length >= most) break;
    // Some programs put no empty line between recipients: each Final-Recipient begins one.
    for (const one of byRecipient(fields)) {
      const recipient = recipientOf(one);
      if (recipient && found.recipients.length < most) found.recipients.push(recipient);
    }
  }
  return found;
}

function byRecipient(fields: readonly Field[]): Field[][] {
  const groups: Field[][] = [[]];
  for (const field of fields) {
    const last = groups.at(-1)!;
    if (field.key === "final-recipient" && last.some(({ key }) => key === "final-recipient")) groups.push([field]);
    else last.push(field);
  }
  return groups;
}

function recipientOf(fields: readonly Field[]): StatusOfRecipient | undefined {
  const text = (key: string): string | null => typed(fields, key)?.text ?? null;
  const plain = (key: string): string | null => valueIn(fields, key) ?? null;
  const [finalRecipient, originalRecipient] = [text("final-recipient"), text("original-recipient")];
  if (finalRecipient === null && originalRecipient === null) return undefined;
  const diagnostic = typed(fields, "diagnostic-code");
  return {
    finalRecipient,
    originalRecipient,
    actualRecipient: text("x-actual-recipient"),
    action: plain("action"),
    status: plain("status"),
    remoteMta: text("remote-mta"),
    diagnosticType: diagnostic?.type ?? null,
    diagnostic: diagnostic?.text ?? null,
    lastAttempt: plain("last-attempt-date"),
    retriesUntil: plain("will-retry-until"),
  };
}

/** `rfc822; someone@example.org`: RFC 3464 §2.1.2. */
function typed(fields: readonly Field[], key: string): { type: string | null; text: string } | undefined {
  const value = valueIn(fields, key);
  if (value === undefined) return undefined;
  const found = /^([\w/-]{1,30})\s{0,10};/.exec(value);
  return found
    ? { type: found[1]!.toLowerCase(), text: value.slice(found[0].length).trim() }
    : { type: null, text: value };
}

function valueIn(fields: readonly Field[], key: string): string | undefined {
  const field = fields.find((one) => one.key === key);
  const value = field && unfolded(field).slice(0, 4_000).replace(/\s+/g, " ");
  return value === "" ? undefined : value;
}
