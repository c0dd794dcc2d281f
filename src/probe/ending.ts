import { reasonOf } from "../bounce/reason.js";
import { statusIn } from "../bounce/reply.js";
import { type BounceReason, bounceReasons, type ReasonName } from "../data/bounce-reasons.js";
import { type ProbeCause, probeCauses } from "../data/probe-causes.js";
import { probeCommands, type ProbeStep } from "../data/probe-steps.js";
import type { NetError, Reply } from "../net/net.js";
import { isTransient, replyText } from "../syntax/smtp-reply.js";

/** How a probe ended: what was asked for went well, was refused for good or for now, or nobody could tell. */
export interface Ending {
  outcome: "accepted" | "refused" | "deferred" | "unknown";
  /** The last step that was made, or the one it ended at. */
  step: ProbeStep;
  /** What was seen, as a clause. */
  text: string;
  /** The reply that ended it, and its enhanced status code (RFC 3463). */
  reply?: Reply;
  status?: string;
  /** Why, who can mend it and how; none where nothing is wrong. */
  cause?: ProbeCause | ReasonName;
  advice?: BounceReason;
}

/** An ending that no reply gave. */
export function endingBy(cause: ProbeCause, step: ProbeStep, text: string, outcome: Ending["outcome"]): Ending {
  return { outcome, step, text, cause, advice: probeCauses[cause] };
}

/** What a reply that is no consent means for the step it came at; `host` says whose codes it has. */
export function endingOf(step: ProbeStep, reply: Reply, host: string): Ending {
  const text = replyText(reply);
  const status = statusIn(text);
  const transient = isTransient(reply);
  const outcome = transient ? "deferred" : "refused";
  const said = { outcome, step, text, reply, ...(status !== undefined && { status }) } as const;
  if (reply.code < 400) return { ...said, outcome: "refused", cause: "nonsense", advice: probeCauses.nonsense };
  const login = step === "auth" ? loginCause(reply.code, transient) : undefined;
  if (login) return { ...said, cause: login, advice: probeCauses[login] };
  if (step === "tls" && reply.code !== 421) {
    return { ...said, cause: "no-tls", advice: probeCauses["no-tls"] };
  }
  const cause = reasonOf({
    text,
    status: status ?? null,
    replyCode: String(reply.code),
    host,
    command: probeCommands[step] ?? null,
  });
  return { ...said, cause, advice: bounceReasons[cause] };
}

/** RFC 4954 §6. */
function loginCause(code: number, transient: boolean): ProbeCause | undefined {
  if (code === 421) return undefined;
  if (transient) return code === 432 ? "login" : "login-later";
  if (code === 538 || code === 530) return "login-tls";
  if (code === 504 || code === 534 || code === 501) return "mechanism";
  return code === 535 || code === 525 ? "login" : undefined;
}

/** What it means that nothing came, or something that nobody can read. */
export function endingAfter(error: NetError, step: ProbeStep, host: string): Ending {
  const { code, message, said } = error;
  const reply = code === "busy" ? /^([45]\d\d)[ -](.*)$/s.exec(message.replace(/^in place of TLS: /, "")) : null;
  if (reply) return endingOf(step, { code: Number(reply[1]), lines: [reply[2]!] }, host);
  const by = (cause: ProbeCause, outcome: Ending["outcome"]): Ending => endingBy(cause, step, message, outcome);
  if (said?.refused) return by("refused", "refused");
  if (code === "tls") return by("handshake", said ? "refused" : "unknown");
  if (said) return by("nonsense", "refused");
  if (code === "limit") return by("limit", "unknown");
  if (code === "interrupted") return by("stopped", "unknown");
  if (code === "unreachable") return by("no-way", "unknown");
  if (code === "timeout") return by(step === "connect" ? "silent" : "quiet", "unknown");
  return by("closed", "unknown");
}
