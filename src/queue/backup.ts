import { createHash } from "node:crypto";
import { constants, copyFile, type FileHandle, mkdir, open, readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { type Queued, queueId } from "../syntax/postqueue.js";
import { UsageError } from "../usage.js";
import type { Postfix } from "./postfix.js";

/** What is known of a message that was saved. */
export interface Saved {
  id: string;
  /** The queue it was in before it was held. */
  queue: string;
  /** Seconds since 1970. */
  arrival: number;
  size: number;
  sender: string;
  recipients: string[];
  /** SHA-256 of its queue file, in hexadecimal. */
  sha256: string;
}

/** Times that name backups: as in a path, to the second, and a number where there are several. */
export const stampForm = /^\d{4}-\d\d-\d\dT\d{6}Z(?:-\d{1,3})?$/;

/** A folder of messages: their queue files, their text as postcat prints it, and a list. */
export class Backup {
  readonly folder: string;
  readonly stamp: string;
  private readonly list: FileHandle;

  private constructor(folder: string, stamp: string, list: FileHandle) {
    this.folder = folder;
    this.stamp = stamp;
    this.list = list;
  }

  /** Makes a folder of its own, below `within`; only its owner may read it. */
  static async begin(within: string, now: number): Promise<Backup> {
    await mkdir(within, { recursive: true, mode: 0o700 });
    const time = new Date(now)
      .toISOString()
      .replace(/\.\d+Z$/, "Z")
      .replaceAll(":", "");
    for (let count = 1; count < 1_000; count++) {
      const stamp = count === 1 ? time : `${time}-${count}`;
      const folder = join(within, stamp);
      try {
        await mkdir(folder, { mode: 0o700 });
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === "EEXIST") continue;
        throw error;
      }
      for (const name of ["queue", "text"]) await mkdir(join(folder, name), { mode: 0o700 });
      return new Backup(folder, stamp, await open(join(folder, "messages.jsonl"), "ax", 0o600));
    }
    throw new UsageError(`${within} has a thousand backups of this second.`);
  }

  /** Saves a message from its queue file; what was written is read back and compared. */
  async save(message: Queued, path: string, queue: string, postfix: Postfix): Promise<void> {
    const copy = join(this.folder, "queue", message.id);
    await copyFile(path, copy, constants.COPYFILE_EXCL);
    const handle = await open(copy, "r+");
    try {
      await handle.chmod(0o600);
      await handle.sync();
    } finally {
      await handle.close();
    }
    const [original, kept] = await Promise.all([hashOf(path), hashOf(copy)]);
    if (original !== kept) throw new UsageError(`the copy of ${message.id} is not what it was copied from.`);
    const { stdout } = await postfix.run("postcat", [path]);
    const text = await open(join(this.folder, "text", `${message.id}.txt`), "ax", 0o600);
    try {
      await text.writeFile(stdout);
    } finally {
      await text.close();
    }
    const saved: Saved = {
      id: message.id,
      queue,
      arrival: message.arrival,
      size: message.size,
      sender: message.sender,
      recipients: message.recipients.map(({ address }) => address),
      sha256: kept,
    };
    await this.list.appendFile(`${JSON.stringify(saved)}\n`);
  }

  /** Puts the list on the disk. */
  async end(): Promise<void> {
    await this.list.sync();
    await this.list.close();
  }
}

export const hashOf = async (path: string): Promise<string> =>
  createHash("sha256")
    .update(await readFile(path))
    .digest("hex");

/** The messages of a backup. */
export async function readBackup(within: string, stamp: string): Promise<Saved[]> {
  if (!stampForm.test(stamp)) throw new UsageError(`"${stamp}" is no backup.`, "mailworthy queue restore lists them");
  const text = await readFile(join(within, stamp, "messages.jsonl"), "utf8").catch(() => {
    throw new UsageError(`there is no backup ${stamp} in ${within}.`, "mailworthy queue restore lists them");
  });
  return text
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Saved)
    .filter(({ id }) => queueId.test(id));
}

/** The backups there are, the last first. */
export async function backupsIn(within: string): Promise<string[]> {
  const names = await readdir(within).catch(() => []);
  return names
    .filter((name) => stampForm.test(name))
    .sort()
    .reverse();
}
