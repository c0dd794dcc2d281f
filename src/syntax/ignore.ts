/** What a comment asks for: that findings of some checks are borne until a day, and why. */
export interface Ignore {
  checks: string[];
  reason: string;
  /** The last day it holds, YYYY-MM-DD, in UTC. */
  until: string;
}

/** The word that such a comment begins with. */
export const ignoreWord = "mailworthy-ignore";

/** A comment is read up to so many characters. */
const most = 1_000;

/**
 * Reads the text of a comment, `mailworthy-ignore CHECK[,CHECK] until=YYYY-MM-DD -- reason`; undefined where it is
 * another comment. What is wrong with one is said in words, and the checks that it names are given all the same.
 */
export function readIgnore(comment: string): Ignore | { fault: string; checks: string[] } | undefined {
  const text = comment.trim().slice(0, most);
  if (!text.startsWith(ignoreWord) || /^[\w-]/.test(text.slice(ignoreWord.length))) return undefined;
  const [said = "", ...after] = text.slice(ignoreWord.length).split(/\s--(?:\s|$)/);
  const words = said.split(/[\s,]+/).filter((word) => word !== "");
  const checks = words.filter((word) => !word.includes("="));
  const settings = words.filter((word) => word.includes("="));
  const until = settings.find((word) => word.startsWith("until="))?.slice("until=".length);
  const other = settings.find((word) => !word.startsWith("until="));
  const reason = after.join(" -- ").trim();
  const fault = (text: string): { fault: string; checks: string[] } => ({ fault: text, checks });
  if (checks.length === 0) return fault("it names no check; write spf/lookup-limit");
  if (other !== undefined) return fault(`"${other}" is no setting; only until=YYYY-MM-DD is`);
  if (until === undefined) return fault("it has no day on which it ends; write until=YYYY-MM-DD");
  if (!isDay(until)) return fault(`"${until}" is no day; write until=YYYY-MM-DD`);
  if (reason === "") return fault("it gives no reason; write -- and why, at its end");
  return { checks, reason, until };
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}
