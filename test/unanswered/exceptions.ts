/** A check that says something else where a question goes unanswered, and is right to. */
export interface Exception {
  check: string;
  /** The question that goes unanswered. */
  question: RegExp;
  /** The verdicts that may then be said. */
  says: readonly string[];
  why: string;
}

export const exceptions: readonly Exception[] = [
  {
    check: "dns/ns-responding",
    question: /^SOA example\.com @/,
    says: ["silent", "lame"],
    why: "that one name server is silent, or fails, where others answer from here, is what the check looks for",
  },
  {
    check: "dns/ns-consistency",
    question: /^SOA example\.com @/,
    says: ["skip"],
    why: "a server that fails when asked for its zone serves nothing of it, so nothing that differs",
  },
  {
    check: "dmarc/alignment-feasible",
    question: /^TXT _dmarc\./,
    says: ["enough"],
    why: "one domain that aligns is enough, and what is not known is told as such",
  },
  {
    check: "cert/self-signed",
    question: /mta-sts\.example\.com|^(?:SOA|DS|DNSKEY|AAAA|TLSA) /,
    says: ["self"],
    why: "the fault is certain, and the text says what it hangs on; the policy and DANE only make it worse or better",
  },
  {
    check: "cert/not-expired",
    question: /^TLSA /,
    says: ["unsure"],
    why: "that it is outside its dates is certain, and that nobody knows whether DANE stands in is told as such",
  },
  {
    check: "spf/lookup-limit",
    question: /^TXT _loop\.example\.com$/,
    says: ["exceeded"],
    why: "a loop has no number of lookups; where it is not known for one, what was counted without it is too many already",
  },
  {
    check: "spf/void-lookups",
    question: /^TXT _loop\.example\.com$/,
    says: ["exceeded"],
    why: "as with the limit of lookups",
  },
];

/** Checks that judge although nobody answers anything, since what they look at is in the message or declared. */
export const needNoAnswer: readonly string[] = [
  "dkim/signature-quality",
  "msg/arc-if-forwarded",
  "msg/body-unsubscribe-link",
  "msg/date-valid",
  "msg/headers-size",
  "msg/html-plain-parity",
  "msg/line-length-crlf",
  "msg/message-id",
  "msg/not-freemail-from",
  "msg/single-from",
  "msg/single-instance-headers",
  "msg/tls-in-received",
];
