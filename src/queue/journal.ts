import { appendFile, mkdir } from "node:fs/promises";
import { join } from "node:path";

/** What was done to a queue, in a file to which lines are only added. */
export class Journal {
  readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
  }

  get path(): string {
    return join(this.folder, "operations.jsonl");
  }

  /** Adds a line, with the time; the folder is for the owner only. */
  async note(entry: object): Promise<void> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const line = JSON.stringify({ at: new Date().toISOString(), pid: process.pid, ...entry });
    await appendFile(this.path, `${line}\n`, { mode: 0o600, flush: true });
  }
}
