import type { RecordData, RecordType } from "../syntax/record.js";

/** Why name servers refuse data that is well formed. */
export interface DataFault {
  text: string;
  hint?: string;
  /** Which of the words of the data it is, from 0. */
  word?: number;
}

/** Octets of digests, by the number of their kind (RFC 4034 §5.1.4, RFC 4509, RFC 6605; RFC 4255 §3.1, RFC 6594). */
const dsDigests: Readonly<Record<number, number>> = { 1: 20, 2: 32, 4: 48 };
const keyDigests: Readonly<Record<number, number>> = { 1: 20, 2: 32 };

/** What is wrong with a record's data besides its form; undefined where nothing is. */
export function dataFault(type: RecordType, data: RecordData[RecordType]): DataFault | undefined {
  switch (type) {
    case "TXT":
    case "SPF":
      return textFault(data as string[]);
    case "CAA": {
      const { tag } = data as RecordData["CAA"];
      if (/^[a-z0-9]{1,255}$/.test(tag)) return undefined;
      return { text: `"${tag}" is no tag`, hint: "tags are issue, issuewild, iodef …", word: 1 }; // RFC 8659 §4.1
    }
    case "TLSA":
    case "SMIMEA":
      return (data as RecordData["TLSA"]).data === "" ? { text: "the data is missing", word: 3 } : undefined;
    case "DS":
    case "CDS": {
      const { digestType, digest } = data as RecordData["DS"];
      // RFC 8078 §4: a single zero asks to delete the DS records.
      return digestFault(dsDigests[digestType], digest);
    }
    case "SSHFP": {
      const { hash, fingerprint } = data as RecordData["SSHFP"];
      return digestFault(keyDigests[hash], fingerprint);
    }
    default:
      return undefined;
  }
}

function textFault(strings: readonly string[]): DataFault | undefined {
  const word = strings.findIndex((string) => string.length > 255);
  if (word >= 0) {
    const text = `a text of ${strings[word]!.length} octets; one string holds 255`; // RFC 1035 §3.3
    return { text, hint: 'write it as several strings, "…" "…": they are read as one', word };
  }
  const octets = strings.reduce((sum, string) => sum + string.length + 1, 0);
  return octets > 0xffff ? { text: `${octets} octets of text; a record holds 65535` } : undefined;
}

function digestFault(octets: number | undefined, digest: string): DataFault | undefined {
  if (octets === undefined || digest.length === octets * 2) return undefined;
  return { text: `a digest of ${digest.length / 2} octets; one of this kind has ${octets}`, word: 3 };
}
