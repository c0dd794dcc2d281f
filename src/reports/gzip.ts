import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { type Budget, Refused, tooMuch } from "./budget.js";

const unzip = promisify(gunzip);

/** What a gzip file holds. Throws Refused for what is none, is cut, or is too much. */
export async function ungzip(octets: Uint8Array, budget: Budget): Promise<Uint8Array> {
  const room = budget.roomFor(octets.length);
  try {
    const found = await unzip(octets, { maxOutputLength: Math.max(1, room) });
    budget.take(found.length);
    return found;
  } catch (error) {
    if (error instanceof Refused) throw error;
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ERR_BUFFER_TOO_LARGE") throw tooMuch(octets.length, room);
    throw new Refused(code === "Z_BUF_ERROR" ? "a gzip file that is cut" : "a gzip file that is damaged");
  }
}
