/** The ports of mail, and what is spoken there first (IANA Service Names; RFC 8314 §7.3, RFC 2033, RFC 5804). */
export const mailPorts: Readonly<
  Record<number, { protocol: "smtp" | "lmtp" | "imap" | "pop3" | "sieve"; implicit?: true }>
> = {
  24: { protocol: "lmtp" },
  25: { protocol: "smtp" },
  110: { protocol: "pop3" },
  143: { protocol: "imap" },
  465: { protocol: "smtp", implicit: true },
  587: { protocol: "smtp" },
  993: { protocol: "imap", implicit: true },
  995: { protocol: "pop3", implicit: true },
  4190: { protocol: "sieve" },
};
