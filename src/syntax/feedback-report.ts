import { parseMessage, unfolded } from "./message.js";

/** A complaint of a receiver's user (RFC 5965 §3), or a failure of authentication (RFC 6591). */
export interface FeedbackReport {
  /** abuse, fraud, virus, opt-out, auth-failure, not-spam or other. */
  type: string;
  /** Who the message was for, where that is told. */
  recipients: string[];
  sourceAddress: string | null;
}

/** Null where the part has no Feedback-Type, which each report must have. */
export function parseFeedbackReport(text: string, most: number): FeedbackReport | null {
  const { fields } = parseMessage(text.replace(/^\n+/, ""));
  const values = (key: string): string[] =>
    fields.flatMap((field) => (field.key === key ? [unfolded(field).slice(0, 500)] : []));
  const [type] = values("feedback-type");
  if (type === undefined) return null;
  return {
    type: type.toLowerCase(),
    recipients: [...values("original-rcpt-to"), ...values("removal-recipient")].slice(0, most),
    sourceAddress: values("source-ip")[0] ?? null,
  };
}
