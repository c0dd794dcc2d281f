import type { Net } from "../net/net.js";
import type { Clock } from "./clock.js";
import type { NetOptions } from "./outside.js";

/** A stream to write to. */
export interface Stream {
  tty: boolean;
  columns?: number;
  /** Resolves when the text has been taken, and rejects when it could not be. */
  write(text: string): Promise<void>;
}

/** All that a command sees of the process it runs in, so that tests can give it another. */
export interface Shell {
  env: Readonly<Record<string, string | undefined>>;
  cwd: string;
  platform: string;
  stdin: { tty: boolean; lines(): AsyncIterable<string>; octets(): AsyncIterable<Uint8Array> };
  stdout: Stream;
  stderr: Stream;
  /** Calls the listener when the user interrupts; the function given back ends that. */
  onInterrupt(listener: () => void): () => void;
  /** A question on the terminal, and what was typed. */
  ask(question: string): Promise<string>;
  /** The same for what must not be seen while it is typed. */
  askSecret(question: string): Promise<string>;
  /** Ends the process now, whatever is under way. */
  leave(code: number): void;
  /** In place of the clock. */
  clock?: Clock;
  /** The folder of programs of a mail server, in place of those of the system. */
  programs?: string;
  /** In place of the live net. */
  net?: (options: NetOptions) => Net;
}
