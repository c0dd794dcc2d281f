import type { Tls } from "../net.js";

/** A line-wise connection that the session speaks over: a socket, or a transcript in a test. Times as `elapsed` counts. */
export interface Wire {
  /** The next line; throws a NetError when it has not come whole by that time. */
  read(by: number): Promise<Line>;
  /** Says a line; `CRLF` is added. That it does not arrive shows in what is read next. */
  write(line: string): void;
  /** Takes away what has arrived and was not read: no server may speak before it is asked. */
  unread(): string;
  /** TLS on the same connection by that time; what the certificate is worth is judged elsewhere. */
  secure(by: number): Promise<Tls>;
  close(): void;
  /** Milliseconds since the connection opened. */
  elapsed(): number;
}

export interface Line {
  /** Without its end, one char an octet. */
  text: string;
  /** Ended by LF alone, which RFC 5321 §2.3.8 forbids. */
  bare: boolean;
}
