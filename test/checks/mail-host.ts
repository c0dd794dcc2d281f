import type { Row } from "mailworthy/testing";

/** One mail host at one address. */
export const host = `
  example.com MX 10 mx1.example.com
  mx1.example.com A 192.0.2.25`;

/** A world with one mail host that speaks like this on port 25, and like that where less or more is offered in TLS. */
export const mailHost = (
  transcript: string,
  { permissive, legacy, now }: { permissive?: string; legacy?: string; now?: string } = {},
): Row => ({
  zone: host,
  smtp: {
    "mx1.example.com:25": transcript,
    ...(permissive !== undefined && { "mx1.example.com:25/permissive": permissive }),
    ...(legacy !== undefined && { "mx1.example.com:25/legacy": legacy }),
  },
  ...(now && { now }),
});

/** A session up to what follows STARTTLS. */
export const upTo = (rest: string): string => `
  S: 220 mx1.example.com ESMTP
  C: EHLO *
  S: 250-mx1.example.com
  S: 250 STARTTLS
  C: STARTTLS
  ${rest}`;

/** A session with this handshake, in the words of a transcript, and this after it. */
export const secured = (tls: string, after = "C: EHLO *\nS: 250 mx1.example.com"): string =>
  upTo(`S: 220 go ahead\n${tls}\n${after}`);
