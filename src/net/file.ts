import { constants, open } from "node:fs/promises";
import { bounds } from "../bounds.js";
import { type FileAnswer, NetError } from "./net.js";

/** Reads a file, a char for each octet, up to the bound for messages. */
export async function readFile(name: string): Promise<FileAnswer> {
  try {
    // Without waiting for the other end of a pipe, which is no file.
    const handle = await open(name, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      const stat = await handle.stat();
      if (!stat.isFile()) throw new NetError("malformed", `${name} is no file`);
      const buffer = Buffer.alloc(Math.min(stat.size, bounds.message.size));
      let length = 0;
      while (length < buffer.length) {
        const { bytesRead } = await handle.read(buffer, length, buffer.length - length);
        if (bytesRead === 0) break;
        length += bytesRead;
      }
      return { outcome: "read", octets: buffer.toString("latin1", 0, length), size: stat.size };
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (error instanceof NetError) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR") return { outcome: "missing" };
    throw new NetError("blocked", code === "EACCES" ? `${name} may not be read` : `${name} cannot be read: ${message}`);
  }
}
