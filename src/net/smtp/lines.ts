import { bounds } from "../../bounds.js";
import { NetError } from "../net.js";
import type { Line } from "./wire.js";

/** What arrives, cut into lines, for one reader who waits with a deadline. Octets become chars 0 to 255. */
export class Lines {
  #buffer = "";
  #size = 0;
  #ended: NetError | undefined;
  #wake: (() => void) | undefined;

  take(chunk: Buffer): void {
    this.#size += chunk.length;
    if (this.#size > bounds.smtp.session) return this.end(new NetError("limit", "the server does not stop talking"));
    this.#buffer += chunk.toString("latin1");
    this.#wake?.();
  }

  /** Nothing more will come, and why. Lines that came before are still read. */
  end(why: NetError): void {
    this.#ended ??= why;
    this.#wake?.();
  }

  /** The next line, if it is whole within that many milliseconds. */
  async next(within: number): Promise<Line> {
    let line = this.#cut();
    if (!line && within > 0) line = await this.#wait(within);
    if (line) return line;
    if (this.#ended) throw this.#told(this.#ended);
    throw this.#told(new NetError("timeout", `no answer in ${Math.round(within / 1000)} s`));
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
  #told(why: NetError): NetError {
    if (this.#buffer === "") return why;
    return new NetError(why.code, `${why.message}, after "${this.#buffer.slice(0, bounds.shown)}"`);
  }
}
