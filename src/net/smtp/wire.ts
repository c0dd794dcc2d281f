import type { Tls } from "../net.js";

/** A line-wise connection that the session speaks over: a socket, or a transcript in a test. */
export interface Wire {
  /** The next line without its end; throws a NetError when none comes within that many milliseconds. */
  read(within: number): Promise<string>;
  write(line: string): Promise<void>;
  /** Takes away what has arrived and was not read: after STARTTLS nothing may have (RFC 3207 §4.2). */
  unread(): string;
  /** TLS on the same connection; what the certificate is worth is judged elsewhere. */
  secure(): Promise<Tls>;
  close(): void;
  /** Milliseconds since the connection opened. */
  elapsed(): number;
}
