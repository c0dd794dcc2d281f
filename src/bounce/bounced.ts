import type { ReasonName } from "../data/bounce-reasons.js";

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

/** What came of a recipient, by the action that a report names, the status code, and the text about it. */
export function outcomeOf(action: string | null, status: string | null, text: string): Outcome {
  const word = /[a-z]+/i.exec(action ?? "")?.[0].toLowerCase();
  if (word === "delivered" || word === "relayed" || word === "expanded" || word === "delayed") return word;
  if (word !== "failed" && status?.startsWith("2")) return "delivered";
  if (word === undefined && status?.startsWith("4") && /will (?:be )?(?:re)?tr|delayed|not yet/i.test(text))
    return "delayed";
  const gaveUp =
    /\bexpired\b|too old|retry time(?:out)? exceeded|timeout exceeded|could not be delivered for|in the queue too long/i;
  return status?.startsWith("4") || gaveUp.test(text) ? "expired" : "failed";
}
