import { appendFile, stat } from "node:fs/promises";
import { number } from "../view/words.js";

/** Octets of a step's summary; GitHub drops one that is longer (actions/runner, CreateStepSummaryCommand). */
const most = 1024 * 1024;

/**
 * The summary of a step of GitHub Actions: a file that others write to as well, so that ours is added at its end. That
 * it could not be is told, and takes nothing from a run that nobody asked for it.
 */
export class JobSummary {
  readonly path: string;
  readonly #remark: (error: unknown) => Promise<void>;
  #text = "";

  constructor(path: string, remark: (error: unknown) => Promise<void>) {
    this.path = path;
    this.#remark = remark;
  }

  write(text: string): void {
    this.#text += text;
  }

  async finish(): Promise<void> {
    try {
      const there = await stat(this.path).catch(() => undefined);
      const size = (there?.size ?? 0) + Buffer.byteLength(this.#text);
      if (size > most) throw new Error(`the step would have ${number(size)} bytes of it, and GitHub drops those`);
      await appendFile(this.path, this.#text);
    } catch (error) {
      await this.#remark(error);
    }
  }

  async discard(): Promise<void> {}
}
