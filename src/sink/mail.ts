/** A message as a client has brought it. */
export interface Mail {
  /** The address of the client. */
  ip: string;
  /** What the client called itself, as it wrote it. */
  helo: string;
  tls: boolean;
  /** Empty for a bounce. */
  mailFrom: string;
  recipients: number;
  /** A char an octet, line ends as they came. */
  octets: string;
}
