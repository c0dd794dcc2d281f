import { type Part, valueOf } from "../syntax/mime.js";
import { reportOf } from "./named.js";
import { isDaemon, looksAway, looksChallenge, looksFailed } from "./signs.js";

interface Head {
  head: Part["fields"];
  from: string;
  subject: string;
  body: string;
}

/** What a mail without a report for programs is, by the signs in its fields and its text. */
export function kindOf({ head, from, subject, body }: Head): "bounce" | "auto-reply" | "challenge" | "other" {
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
