import type { Flags, Given } from "./flags.js";
import type { Shell } from "./shell.js";

/** A command: what help, completion and the parser know of it, and what it does. What it needs is imported by `run`. */
export interface Command<F extends Flags = any> {
  name: string;
  /** What it does, in a few words. */
  about: string;
  /** Each way to call it, and what that is for. */
  usage: readonly (readonly [form: string, note: string])[];
  /** In the order of help. */
  flags: F;
  /** The words it takes. */
  words: { placeholder: string; least?: number; most?: number };
  exits: readonly string[];
  examples: readonly string[];
  /** Resolves to the exit code. */
  run(shell: Shell, flags: Given<F>, words: readonly string[]): Promise<number>;
}

export const defineCommand = <const F extends Flags>(command: Command<F>): Command<F> => command;
