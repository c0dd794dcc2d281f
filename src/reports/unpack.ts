import { bounds } from "../bounds.js";
import { isGzip } from "../syntax/octets.js";
import { readDmarcReport } from "../syntax/dmarc-report.js";
import { readTlsReport } from "../syntax/tls-report.js";
import { xmlText } from "../syntax/xml-text.js";
import { Budget, Refused } from "./budget.js";
import type { Found } from "./found.js";
import { isMbox, messagesIn } from "./mbox.js";

/** What octets are, by the octets: names and media types of attachments are often wrong. */
export type Kind = "gzip" | "zip" | "mbox" | "xml" | "json" | "message" | "empty" | "other";

export function kindOf(octets: Uint8Array): Kind {
  if (octets.length === 0) return "empty";
  if (isGzip(octets)) return "gzip";
  const head = Buffer.from(octets.subarray(0, 4_096)).toString("latin1");
  if (isZip(octets)) return "zip";
  if (isMbox(octets)) return "mbox";
  if (/^(?:\xff\xfe<|\xfe\xff\0<|<\0|\0<|(?:\xef\xbb\xbf)?\s*<)/.test(head)) return "xml";
  if (/^(?:\xef\xbb\xbf)?\s*[{[]/.test(head)) return "json";
  if (
    /^[!-9;-~]{1,76}[ \t]*:/.test(head) &&
    /^[!-9;-~]{1,76}[ \t]*:.*\r?\n(?:[ \t]|[!-9;-~]{1,76}[ \t]*:|\r?\n)/.test(head)
  )
    return "message";
  return "other";
}

/** A local file header, or the end of an archive that holds none (APPNOTE.TXT §4.3.7, §4.3.16). */
const isZip = ([p, k, third, fourth]: Uint8Array): boolean =>
  p === 0x50 && k === 0x4b && ((third === 3 && fourth === 4) || (third === 5 && fourth === 6));

/**
 * All that octets hold, unpacked as often as it takes within bounds. What is no report is told as foreign; of the parts
 * of a message or an archive only those that were meant as reports and cannot be read are told besides the reports.
 */
export async function unpack(octets: Uint8Array, file: string, budget = new Budget(), depth = 0): Promise<Found[]> {
  try {
    return await opened(octets, file, budget, depth);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return [{ kind: "broken", file, text: error.message }];
  }
}

async function opened(octets: Uint8Array, file: string, budget: Budget, depth: number): Promise<Found[]> {
  if (depth > bounds.reports.nested)
    throw new Refused(`packed more than ${bounds.reports.nested} times over; it is not unpacked further`);
  const inside = (name: string, part: Uint8Array): Promise<Found[]> =>
    unpack(part, `${file}: ${name}`, budget, depth + 1);
  switch (kindOf(octets)) {
    case "gzip": {
      const { ungzip } = await import("./gzip.js");
      return unpack(await ungzip(octets, budget), file, budget, depth + 1);
    }
    case "zip": {
      const { unzip } = await import("./zip.js");
      const found: Found[] = [];
      for await (const entry of unzip(octets, budget)) found.push(...(await inside(entry.name, entry.octets)));
      const told = found.filter(({ kind }) => kind !== "foreign");
      return told.length > 0 ? told : [{ kind: "foreign", file, text: "a zip archive without a report" }];
    }
    case "mbox": {
      const found: Found[] = [];
      for await (const { line, octets: message } of messagesIn(once(octets))) {
        budget.take(message?.length ?? 0);
        if (message) found.push(...(await inside(`line ${line}`, message)));
      }
      return found;
    }
    case "message": {
      const { readMail } = await import("./mail.js");
      const { signatures, attachments } = await readMail(octets);
      const found: Found[] = [{ kind: "message", file, signatures }];
      for (const { name, octets: part } of attachments) {
        budget.take(part.length);
        found.push(...(await inside(name, part)).filter(({ kind }) => kind !== "foreign"));
      }
      return found;
    }
    case "xml":
      return [xmlReport(octets, file)];
    case "json":
      return [jsonReport(octets, file)];
    case "empty":
      return [{ kind: "foreign", file, text: "an empty file" }];
    default:
      return [{ kind: "foreign", file, text: "neither a report nor a message, nor an archive of them" }];
  }
}

async function* once<T>(one: T): AsyncGenerator<T> {
  yield one;
}

function xmlReport(octets: Uint8Array, file: string): Found {
  const read = readDmarcReport(xmlText(octets), bounds.reports.xml);
  if (read.ok) return { kind: "dmarc", file, report: read.report };
  return { kind: read.foreign ? "foreign" : "broken", file, ...read.fault };
}

function jsonReport(octets: Uint8Array, file: string): Found {
  const { document } = bounds.reports.tls;
  if (octets.length > document) return { kind: "foreign", file, text: `JSON of more than ${document} bytes` };
  const read = readTlsReport(new TextDecoder().decode(octets), bounds.reports.tls);
  if (read.ok) return { kind: "tls", file, report: read.report };
  const at = read.line === undefined ? {} : { line: read.line };
  return { kind: read.foreign ? "foreign" : "broken", file, text: read.error, ...at };
}
