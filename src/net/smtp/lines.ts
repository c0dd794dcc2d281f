import { bounds } from "../../bounds.js";
import { NetError, type NetErrorCode, type Said } from "../net.js";
import type { Line } from "./wire.js";

/** Why nothing more comes: the parts of a NetError, which is made only if anybody still wants to read. */
type Ending = [code: NetErrorCode, message: string, said?: Said];

/** What arrives, cut into lines, for one reader who waits with a deadline. Octets become chars 0 to 255. */
export class Lines {
  #buffer = "";
  #size = 0;
  #ended: Ending | undefined;
  #wake: (() => void) | undefined;

  take(chunk: Buffer): void {
    this.#size += chunk.length;
    if (this.#size > bounds.smtp.session) return this.end("limit", "the server does not stop talking");
    this.#buffer += chunk.toString("latin1");
    this.#wake?.();
  }

  /** Nothing more will come, and why. Lines that came before are still read. */
  end(...why: Ending): void {
    this.#ended ??= why;
    this.#wake?.();
  }

  /** The next line, if it is whole within that many milliseconds. */
  async next(within: number): Promise<Line> {
    let line = this.#cut();
    if (!line && within > 0) line = await this.#wait(within);
    if (line) return line;
    throw this.#told(...(this.#ended ?? ["timeout", `no answer in ${Math.round(within / 1000)} s`]));
  }

  /** Takes away all that came and was not read. */
  rest(): string {
    const rest = this.#buffer;
    this.#buffer = "";
    return rest;
  }

  #wait(within: number): Promise<Line | undefined> {
    return new Promise((resolve, reject) => {
      const end = (line?: Line): void => {
        clearTimeout(timer);
        this.#wake = undefined;
        resolve(line);
      };
      const timer = setTimeout(end, within);
      this.#wake = () => {
        try {
          const line = this.#cut();
          if (line || this.#ended) end(line);
        } catch (error) {
          clearTimeout(timer);
          this.#wake = undefined;
          reject(error as Error);
        }
      };
      this.#wake();
    });
  }

  #cut(): Line | undefined {
    const end = this.#buffer.indexOf("\n");
    if (Math.max(end, end < 0 ? this.#buffer.length : 0) > bounds.smtp.line)
      throw new NetError("limit", "a line without an end");
    if (end < 0) return undefined;
    const bare = this.#buffer[end - 1] !== "\r";
    const text = this.#buffer.slice(0, bare ? end : end - 1);
    this.#buffer = this.#buffer.slice(end + 1);
    return { text, bare };
  }

  /** The failure, with the piece of a line that came before it. */
  #told(code: NetErrorCode, why: string, said?: Said): NetError {
    const message = this.#buffer === "" ? why : `${why}, after "${this.#buffer.slice(0, bounds.shown)}"`;
    return new NetError(code, message, { ...(said && { said }) });
  }
}
