/**
 * Enhanced mail system status codes (RFC 3463 §2) where an SMTP reply carries them: at the start of its text, after the
 * reply code (RFC 2034 §4).
 */
export interface EnhancedStatus {
  class: 2 | 4 | 5;
  subject: number;
  detail: number;
}

/** The numbers go without leading zeros: RFC 3463 §2. */
const code = /^([245])\.(0|[1-9]\d{0,2})\.(0|[1-9]\d{0,2})(?=\s|$)/;
const line = /^([2-5]\d\d)(?:[ -](.*))?$/s;

/**
 * The enhanced status of a reply, which may have several lines; undefined where it has none, or where its class does
 * not go with the reply code: 2 with 2xx, 4 with 4xx, 5 with 5xx (RFC 2034 §4).
 */
export function enhancedStatusOf(reply: string): EnhancedStatus | undefined {
  for (const one of reply.split(/\r?\n/)) {
    const [, basic, text = ""] = line.exec(one) ?? [];
    const [, first, subject, detail] = code.exec(text) ?? [];
    if (basic === undefined || first === undefined || first !== basic[0]) continue;
    return { class: Number(first) as EnhancedStatus["class"], subject: Number(subject), detail: Number(detail) };
  }
  return undefined;
}
