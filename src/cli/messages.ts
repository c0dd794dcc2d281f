import { bounds } from "../bounds.js";
import type { FileAnswer } from "../net/net.js";
import { NetError } from "../net/net.js";
import { looksLikeMessage } from "../syntax/message.js";
import { UsageError } from "../usage.js";
import type { Shell } from "./shell.js";

/** The name of the message that comes on standard input. */
export const pipedName = "standard input";

/** Whether a word names a file with a message, and not a domain: it is a path, or ends as such files do. */
export const namesFile = (word: string): boolean =>
  (/[/\\]/.test(word) && !word.includes("://")) || /\.(?:eml|email|msg|mime|txt)$/i.test(word);

/** Standard input whole, a char an octet, since all of it is looked at before anything is judged. */
export async function wholeInput({ stdin }: Shell): Promise<string> {
  const pieces: string[] = [];
  let size = 0;
  for await (const piece of stdin.octets()) {
    size += piece.length;
    if (size > bounds.config.domains)
      throw new UsageError(`standard input is longer than ${bounds.config.domains} bytes.`);
    pieces.push(Buffer.from(piece).toString("latin1"));
  }
  return pieces.join("");
}

/** The lines of a list that came as octets. */
export const linesOf = (octets: string): string[] => Buffer.from(octets, "latin1").toString("utf8").split(/\r?\n/);

/** Throws a UsageError for the first file that is no message, before anything is judged. */
export async function insistOnMessages(
  names: readonly string[],
  read: (name: string) => Promise<FileAnswer>,
): Promise<void> {
  for (const name of names) {
    const found = await read(name).catch((error: unknown) => {
      if (error instanceof NetError) throw new UsageError(`${error.message}.`, "name a file that holds one message");
      throw error;
    });
    if (found.outcome === "missing")
      throw new UsageError(`there is no file ${name}.`, "name a file that holds one message");
    if (found.size > bounds.message.size)
      throw new UsageError(`${name} has ${found.size} bytes; a message of at most ${bounds.message.size} is judged.`);
    if (found.size === 0) throw new UsageError(`${name} is empty.`, listHint(name));
    if (!looksLikeMessage(found.octets))
      throw new UsageError(`${name} is no message: it does not begin with a header field.`, listHint(name));
  }
}

const listHint = (name: string): string =>
  name.endsWith(".txt")
    ? `for a list of domains: mailworthy --targets ${name}`
    : "name a file that holds one message, header and all";
