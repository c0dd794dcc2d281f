import { quote } from "../syntax/rdata.js";

/** Where the data of a type has a string in quotes, counted from 0. */
const quoted: Readonly<Record<string, readonly number[]>> = { CAA: [2], NAPTR: [2, 3, 4] };

/** Data of which an interface has the parts one by one, as one value of a master file; undefined where a part is missing. */
export function dataOf(type: string, parts: readonly (string | undefined)[]): [string | undefined] {
  const words: string[] = [];
  for (const [at, part] of parts.entries()) {
    if (part === undefined) return [undefined];
    words.push(quoted[type]?.includes(at) ? quote(Buffer.from(part, "utf8").toString("latin1")) : part);
  }
  return [words.join(" ")];
}
