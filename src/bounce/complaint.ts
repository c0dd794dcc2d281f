import { bounds } from "../bounds.js";
import { type FeedbackReport, parseFeedbackReport } from "../syntax/feedback-report.js";
import { type Part, valueOf } from "../syntax/mime.js";
import { addressesIn, bareAddress, originalTo } from "./addresses.js";
import type { Bounced } from "./bounced.js";

/** A complaint of somebody who got the message (RFC 5965), if it is one. */
export function feedbackIn(
  parts: readonly Part[],
): { kind: "feedback"; type: string; recipients: Bounced[] } | undefined {
  const part = parts.find(({ type }) => type === "message/feedback-report");
  const report = part ? parseFeedbackReport(part.text, bounds.bounce.recipients) : outlookComplaint(parts);
  if (!report) return undefined;
  const to =
    report.recipients.length > 0
      ? report.recipients.map((one) => bareAddress(one) ?? "")
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
