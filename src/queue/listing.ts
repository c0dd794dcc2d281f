import { createReadStream } from "node:fs";
import { bounds } from "../bounds.js";
import { parseQueued, type Queued } from "../syntax/postqueue.js";
import { UsageError } from "../usage.js";
import { Lines } from "./lines.js";
import { faultIn, type Postfix } from "./postfix.js";

/** Hears of each message that is listed, and of each line that is none. */
export interface Listener {
  add(message: Queued): void;
  skip(line: string): void;
}

/** Lists the queue of a Postfix; throws where it cannot be listed. */
export async function listQueue(postfix: Postfix, listener: Listener): Promise<void> {
  const lines = reader(listener);
  let any = false;
  const { code, stderr } = await postfix.run("postqueue", ["-j"], {
    take(piece) {
      any ||= piece.length > 0;
      lines.add(piece);
    },
  });
  lines.end();
  if (code === 0 || any) return;
  const why = faultIn(stderr);
  if (/invalid option|usage:/i.test(stderr))
    throw new UsageError("postqueue cannot list as JSON: that needs Postfix 3.1 or later.");
  throw new UsageError(
    `postqueue -j: ${why || `exit code ${code}`}`,
    /permission|superuser/i.test(why) ? "sudo mailworthy queue" : undefined,
  );
}

/** Reads a listing that was saved, from a file or from octets as they come. */
export async function readListing(from: string | AsyncIterable<Uint8Array>, listener: Listener): Promise<void> {
  const lines = reader(listener);
  try {
    const octets = typeof from === "string" ? createReadStream(from) : from;
    for await (const piece of octets as AsyncIterable<Uint8Array>) lines.add(piece);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const whys: Record<string, string> = {
      ENOENT: "no such file",
      EACCES: "it may not be read",
      EISDIR: "it is a folder",
    };
    throw new UsageError(`${typeof from === "string" ? from : "standard input"}: ${whys[code ?? ""] ?? message}`);
  }
  lines.end();
}

const reader = (listener: Listener): Lines =>
  new Lines(bounds.queue.line, (line) => {
    if (line === undefined) return listener.skip("");
    if (line.trim() === "") return;
    const message = parseQueued(line, bounds.queue.recipients);
    if (message) listener.add(message);
    else listener.skip(line);
  });
