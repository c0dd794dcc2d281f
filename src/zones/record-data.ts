import { Reader, Unreadable } from "../net/dns/reader.js";
import { readRdata } from "../net/dns/rdata.js";
import type { Words } from "../syntax/fields.js";
import { type Read, readWords } from "../syntax/rdata.js";
import type { RecordData, RecordType } from "../syntax/record.js";
import { absoluteName } from "./names.js";
import { readServiceBinding } from "./service-binding.js";
import { typeOf } from "./types.js";

export type Data = RecordData[RecordType];

/** The data of a record as a master file has it: in the form of its type, or as octets (RFC 1035 §5.1, RFC 3597 §5). */
export function readData(type: RecordType, words: readonly string[], origin: string | undefined): Read<Data> {
  if (words[0] === "\\#") return readOctets(type, words);
  const how: Words = { name: (word) => absoluteName(word, origin), type: typeWord };
  return type === "TYPE64" || type === "TYPE65" ? readServiceBinding(words, how) : readWords(type, words, how);
}

/** Data written as octets, as the value that its type has (RFC 3597 §5). */
function readOctets(type: RecordType, words: readonly string[]): Read<Data> {
  const read = readWords("TYPE0", words);
  if (!read.ok) return read;
  try {
    return { ok: true, value: readRdata(type, new Reader(Buffer.from(read.value, "hex"))) };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return { ok: false, error: `these octets are no ${type} data: ${error.message}`, at: 2 };
  }
}

/** Why the data is probably wrong. */
export function dataHint(type: RecordType, words: readonly string[], error: string): string | undefined {
  if (words.length === 0) return type === "TXT" ? "put the text in quotes: an unquoted ; begins a comment" : undefined;
  return error.includes("digit") && type === "TXT" ? "a backslash itself is written \\\\" : undefined;
}

function typeWord(word: string): string {
  const kind = typeOf(word);
  if (!kind) throw new RangeError("no such type is known");
  return kind.type;
}
