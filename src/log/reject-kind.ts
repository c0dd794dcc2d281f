/** Why mail was turned away at the door, by what stands in the reply; the first that is found counts. */
const kinds: readonly (readonly [string, readonly string[]])[] = [
  ["blocklist", ["blocked using", "listed by", "DNSBL"]],
  ["relay denied", ["Relay access denied", "relay access denied", "not permitted to relay"]],
  ["user unknown", ["User unknown", "unknown user", "undeliverable address", "user unknown"]],
  ["greylisted", ["reylist", "Try again later, greyl"]],
  ["sender domain not found", ["Sender address rejected: Domain not found", "Sender address rejected: Malformed"]],
  ["recipient domain not found", ["Recipient address rejected: Domain not found"]],
  ["sender refused", ["Sender address rejected"]],
  ["HELO name", ["Helo command rejected"]],
  ["client name", ["cannot find your hostname", "cannot find your reverse hostname"]],
  ["protocol", ["Improper use of SMTP", "pipelining", "Protocol error", "PREGREET", "need fully-qualified"]],
  ["too large", ["size exceeds", "too large", "too big"]],
  ["too many", ["Too many", "too many", "rate limit"]],
  ["no room", ["Insufficient system storage"]],
  ["own failure", ["configuration error", "lookup failure", "Server configuration", "Service unavailable - try again"]],
  ["client refused", ["Client host rejected"]],
  ["recipient refused", ["Recipient address rejected"]],
];

/** The kind of a reject of smtpd or postscreen. */
export function rejectKind(reply: string): string {
  for (const [kind, signs] of kinds) for (const sign of signs) if (reply.includes(sign)) return kind;
  return "other";
}
