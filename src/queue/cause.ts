import { reasonOf } from "../bounce/reason.js";
import { commandIn, flattened, hostIn, replyCodeIn, statusIn } from "../bounce/reply.js";
import { bounceReasons, type ReasonName } from "../data/bounce-reasons.js";
import { deferralCauses, type DeferralName } from "../data/deferral-causes.js";

/** Why mail waits: what Postfix itself tells, or what the other server answered. */
export type CauseName = DeferralName | ReasonName | "not yet tried";

/** What is known of a cause. */
export interface CauseOf {
  who: string;
  means: string;
  remedy: string;
  checks: readonly string[];
}

const known = new Map<string, CauseName>();

/** The cause that the reason of a delay tells; many messages share one, so it is worked out once. */
export function causeOf(reason: string | null): CauseName {
  if (reason === null) return "not yet tried";
  const text = plainly(reason);
  const before = known.get(text);
  if (before !== undefined) return before;
  if (known.size > 10_000) known.clear();
  const cause = workedOut(text);
  known.set(text, cause);
  return cause;
}

/** What Postfix writes once for each message of a destination that it has given a rest. */
const rest = /^delivery temporarily suspended: /i;

/** The reason of a delay in one line, without what stands before it where a destination is given a rest. */
export const plainly = (reason: string): string => flattened(reason).replace(rest, "");

function workedOut(text: string): CauseName {
  const low = text.toLowerCase();
  const own = Object.entries(deferralCauses).find(([, { sign }]) => sign.test(low));
  if (own && !answered.test(low)) return own[0] as DeferralName;
  return reasonOf({
    text: text.replace(/^host \S{1,300} (?:said|refused to talk to me): /i, ""),
    status: statusIn(text) ?? null,
    replyCode: replyCodeIn(text) ?? null,
    host: hostIn(text) ?? null,
    command: commandIn(text) ?? null,
  });
}

/** A server answered, and what follows are its words, not those of Postfix. */
const answered = /^host \S{1,300} (?:said|refused to talk to me): /;

export function about(cause: CauseName): CauseOf {
  if (cause === "not yet tried") return untried;
  return cause in deferralCauses ? deferralCauses[cause as DeferralName] : bounceReasons[cause as ReasonName];
}

const untried: CauseOf = {
  who: "nobody",
  means: "a first delivery is under way, or its outcome was not kept",
  remedy: "wait",
  checks: [],
};
