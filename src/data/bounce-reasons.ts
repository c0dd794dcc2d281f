/**
 * Why a message was not delivered: one name a cause, apart from what came of it. The names are those of Sisimai from 5.6
 * on, and `greylisted`, which it does not tell apart; as of 2026-11-24.
 */
export interface BounceReason {
  /** Who can mend it. */
  who: "your list" | "you" | "recipient" | "receiver" | "you or receiver" | "nobody";
  /** Whether sending the same again later can help. */
  retry: boolean;
  /** What it means, as a clause. */
  means: string;
  /** What to do. */
  remedy: string;
  /** Ids of the checks that confirm it. */
  checks: readonly string[];
}

const authentication = ["spf/authorises-host", "dkim/selector-present", "dmarc/present", "dmarc/alignment-feasible"];
const reachable = ["mx/target-resolves", "port/25-open", "smtp/greeting"];
const reputation = ["dnsbl/spamhaus-zen", "dnsbl/ip-listed", "ptr/fcrdns"];

export const bounceReasons = {
  userunknown: {
    who: "your list",
    retry: false,
    means: "there is no such mailbox at the receiver",
    remedy: "look for a slip in the address; else take it off every list",
    checks: [],
  },
  hasmoved: {
    who: "your list",
    retry: false,
    means: "the recipient has another address now, and mail is not passed on",
    remedy: "use the new address if the reply tells it; else take the old one off",
    checks: [],
  },
  suspend: {
    who: "recipient",
    retry: false,
    means: "the account is disabled, frozen or no longer used",
    remedy: "reach the person another way; send no more mail there",
    checks: [],
  },
  filtered: {
    who: "recipient",
    retry: false,
    means: "the recipient's own rules turned the message away",
    remedy: "ask the recipient to let your address in",
    checks: [],
  },
  suppressed: {
    who: "you",
    retry: false,
    means: "your sending service has the address on its suppression list",
    remedy: "take it off that list only if you know that the mailbox works",
    checks: [],
  },
  mailboxfull: {
    who: "recipient",
    retry: true,
    means: "the mailbox is over its quota",
    remedy: "try again for some days; stop after the third such bounce",
    checks: [],
  },
  systemfull: {
    who: "receiver",
    retry: true,
    means: "the receiver has no room or is too busy",
    remedy: "wait; if the receiver is yours, look at its disks",
    checks: [],
  },
  emailtoolarge: {
    who: "you",
    retry: false,
    means: "the message is larger than the receiver takes",
    remedy: "send a link in place of the attachment",
    checks: ["smtp/size-limit"],
  },
  hostunknown: {
    who: "your list",
    retry: false,
    means: "the recipient's domain does not exist, or names no host that takes mail",
    remedy: "look for a slip in the domain, then at its DNS",
    checks: ["dns/domain-exists", "mx/present", "mx/target-resolves"],
  },
  notaccept: {
    who: "your list",
    retry: false,
    means: "the domain or host takes no mail at all",
    remedy: "send no mail there",
    checks: ["mx/present", "mx/null-mx-form"],
  },
  networkerror: {
    who: "you or receiver",
    retry: true,
    means: "the receiver could not be reached, or the connection broke, or mail goes in a circle",
    remedy: "see whether only your network fails to reach it; then tell its postmaster",
    checks: reachable,
  },
  expired: {
    who: "you or receiver",
    retry: true,
    means: "it was tried for as long as the queue allows, and the report does not say what failed",
    remedy: "find the cause in your log, mend it and send again",
    checks: reachable,
  },
  failedstarttls: {
    who: "you or receiver",
    retry: true,
    means: "the connection could not be made secure as it had to be",
    remedy: "compare your TLS policy with what the receiver offers",
    checks: [
      "tls/starttls-offered",
      "tls/starttls-handshake",
      "cert/trust-chain",
      "dane/matches-chain",
      "mta-sts/mode",
    ],
  },
  authfailure: {
    who: "you",
    retry: false,
    means: "SPF, DKIM, DMARC or ARC did not pass",
    remedy: "let SPF name the sending address, sign with DKIM, and align both with From",
    checks: authentication,
  },
  requireptr: {
    who: "you",
    retry: false,
    means: "the sending address has no reverse name, or one that does not lead back",
    remedy: "have the reverse name set by whoever owns the address, and the name point back",
    checks: ["ptr/exists", "ptr/fcrdns", "helo/resolves"],
  },
  blocked: {
    who: "you",
    retry: false,
    means: "the sending address or host is on a blocklist",
    remedy: "end what got it listed first; then ask to be taken off",
    checks: reputation,
  },
  badreputation: {
    who: "you",
    retry: true,
    means: "the receiver thinks poorly of the sending address or domain",
    remedy: "send less, and only to people who asked for it; let it recover",
    checks: [...reputation, "dnsbl/domain-listed", "rep/sender-score"],
  },
  ratelimited: {
    who: "you",
    retry: true,
    means: "too many connections, messages or recipients in a short time",
    remedy: "send to that receiver more slowly, over fewer connections",
    checks: ["smtp/421-rate-limit"],
  },
  greylisted: {
    who: "nobody",
    retry: true,
    means: "the receiver puts off whom it does not know, and takes the next try",
    remedy: "wait; tries must come from the same address",
    checks: [],
  },
  rejected: {
    who: "you",
    retry: false,
    means: "the sender's address or domain was turned away",
    remedy: "send from a domain that exists and takes mail",
    checks: ["id/return-path-deliverable", "id/from-deliverable"],
  },
  norelaying: {
    who: "you or receiver",
    retry: false,
    means: "the server does not take mail for that domain from you",
    remedy: "log in to send; or the MX records lead to a server that does not know the domain",
    checks: ["mx/present", "mx/target-resolves"],
  },
  policyviolation: {
    who: "you",
    retry: false,
    means: "a policy of the receiver turned the message away",
    remedy: "follow the link in the reply; else ask the receiver's postmaster",
    checks: [...authentication, "dnsbl/ip-listed"],
  },
  securityerror: {
    who: "you",
    retry: false,
    means: "a security rule was not met: a login, encryption, or a kind of attachment",
    remedy: "log in, encrypt, or change what is attached",
    checks: ["tls/starttls-offered"],
  },
  contenterror: {
    who: "you",
    retry: false,
    means: "the receiver does not take what the message holds or how it is built",
    remedy: "mend its header or parts, or leave the attachment out",
    checks: [],
  },
  spamdetected: {
    who: "you",
    retry: false,
    means: "the receiver takes the message for spam",
    remedy: "see that it is authenticated; then look at its text and links",
    checks: [...authentication, "dnsbl/domain-listed"],
  },
  virusdetected: {
    who: "you",
    retry: false,
    means: "the receiver found malware in the message",
    remedy: "search the machine it came from before anything else is sent",
    checks: [],
  },
  notcompliantrfc: {
    who: "you",
    retry: false,
    means: "the message breaks RFC 5322",
    remedy: "mend the program that writes it",
    checks: [],
  },
  syntaxerror: {
    who: "you or receiver",
    retry: false,
    means: "one server did not understand an SMTP command of the other",
    remedy: "look at the session; a proxy in between may change commands",
    checks: ["smtp/ehlo"],
  },
  systemerror: {
    who: "receiver",
    retry: true,
    means: "the receiver's server failed by itself",
    remedy: "wait; then tell its postmaster",
    checks: ["smtp/greeting"],
  },
  mailererror: {
    who: "receiver",
    retry: false,
    means: "a program that delivers mail at the receiver failed",
    remedy: "tell its postmaster what the reply says",
    checks: [],
  },
  delivered: { who: "nobody", retry: false, means: "it was taken, or would be", remedy: "nothing", checks: [] },
  feedback: {
    who: "your list",
    retry: false,
    means: "the recipient complained, or a receiver reports on the message",
    remedy: "take the address off the list that was written to",
    checks: ["dmarc/present"],
  },
  undefined: {
    who: "nobody",
    retry: false,
    means: "the report does not say why",
    remedy: "look in the log of the server that sent the report",
    checks: [],
  },
} as const satisfies Record<string, BounceReason>;

export type ReasonName = keyof typeof bounceReasons;
