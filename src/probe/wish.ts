import type { SecureContext } from "node:tls";
import type { ProbeStep } from "../data/probe-steps.js";
import type { Credentials, MechanismName } from "./sasl.js";

/** The protocols that a probe speaks. */
export type Protocol = "smtp" | "lmtp" | "imap" | "pop3" | "sieve";

/** How a connection is made secure: from its first octet, by a command, by one if that is offered, or not. */
export type TlsMode = "implicit" | "starttls" | "opportunistic" | "none";

/** What a probe is to do, all of it read and found to make sense. */
export interface Wish {
  protocol: Protocol;
  tls: TlsMode;
  /** What is offered in the handshake. */
  context: SecureContext;
  /** In place of the host's name. */
  sni?: string;
  /** The certificate must prove that this is the host. */
  verify: boolean;
  /** Log in also where others could read along. */
  insecure: boolean;
  /** In EHLO; the address of this end where left out. */
  helo?: string;
  source?: string;
  proxy?: { version: "v1" | "v2"; from?: string };
  /** Attributes as they are sent, `ADDR=192.0.2.1`. */
  xclient: readonly string[];
  auth?: Credentials & { mechanism?: MechanismName };
  /** The reverse-path; made up from other names where left out. */
  from?: string;
  to: readonly string[];
  /** What is sent; nothing where left out. */
  message?: Uint8Array;
  pipelining: boolean;
  /** Where to stop; the last step that makes sense where left out. */
  quitAfter?: ProbeStep;
  /** Milliseconds for all of it. */
  total: number;
}
