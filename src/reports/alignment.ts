import type { DmarcReportRecord } from "../syntax/dmarc-report.js";
import { isWithin } from "../syntax/domain-name.js";

/** Which mechanisms passed and aligned with the author's domain; `untold` where the report leaves it open. */
export type Alignment = "both" | "dkim" | "spf" | "none" | "untold";
export const alignments: readonly Alignment[] = ["both", "dkim", "spf", "none", "untold"];

export function alignmentOf({ dkim, spf }: Pick<DmarcReportRecord, "dkim" | "spf">): Alignment {
  if (dkim === "pass") return spf === "pass" ? "both" : "dkim";
  if (spf === "pass") return "spf";
  return dkim === "fail" && spf === "fail" ? "none" : "untold";
}

/** Whether a receiver knew the message to be forwarded, or it looks like it. */
export type Forwarded = "said" | "likely" | "no";

const forwarders = ["forwarded", "trusted_forwarder", "mailing_list"]; // RFC 9990 §3.1.1.9, RFC 7489 appendix C

export function forwardedOf(record: DmarcReportRecord): Forwarded {
  const { reasons, envelopes, headerFrom } = record;
  const isSaid = ({ type, comment }: { type: string; comment: string }): boolean =>
    forwarders.includes(type) || (type === "local_policy" && /\barc\b/i.test(comment));
  if (reasons.some(isSaid)) return "said";
  // The signature came through, and an address that SPF does not know used the domain's own reverse-path.
  const foreignHand = envelopes.some(
    ({ domain, result }) => ["fail", "softfail", "neutral"].includes(result) && related(domain, headerFrom),
  );
  return alignmentOf(record) === "dkim" && foreignHand ? "likely" : "no";
}

/** Whether one name is the other or below it, so that they may well have one owner. */
export const related = (one: string, other: string): boolean =>
  isOwnable(one) && isOwnable(other) && (isWithin(one, other) || isWithin(other, one));

/** A name of one label is nobody's who sends mail. */
const isOwnable = (name: string): boolean => name.includes(".");
