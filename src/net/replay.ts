import { UsageError } from "../usage.js";
import { type Net, NetError } from "./net.js";
import { type Call, calls, recordFormat, type RecordHeader, type RecordLine } from "./record.js";

/**
 * A net that answers from a record and from nothing else, at the time of the record. What was asked several times is
 * answered in the same order, and with the last answer from then on. Throws a UsageError for what is no record.
 */
export function replayNet(record: string | Iterable<string>): Net {
  const lines = typeof record === "string" ? record.split("\n") : record;
  const { header, outcomes } = read(lines);
  const now = Date.parse(header.at);
  const replay = async <T>(call: Call): Promise<T> => {
    const left = outcomes.get(JSON.stringify(call));
    const outcome = left && left.length > 1 ? left.shift() : left?.[0];
    if (!outcome) {
      throw new NetError("offline", `not in the record: ${call.map(words).join(" ")}`, {
        because: { id: "record", text: "the record does not hold all that is asked", next: ["record the run again"] },
      });
    }
    const { answer, error } = outcome;
    if (error) throw new NetError(error.code, error.message, error);
    return structuredClone(answer) as T;
  };
  return {
    dns: (name, type, how) => replay(calls.dns(name, type, how)),
    reach: (at) => replay(calls.reach(at)),
    smtp: (at) => replay(calls.smtp(at)),
    https: (url, how) => replay(calls.https(url, how)),
    file: (name) => replay(calls.file(name)),
    local: (kind, name) => replay(calls.local(kind, name)),
    now: () => now,
    about: () => [...header.about, `replayed from a record of ${header.at}`],
  };
}

const words = (part: unknown): string => (typeof part === "string" ? part : JSON.stringify(part));

function read(lines: Iterable<string>): { header: RecordHeader; outcomes: Map<string, RecordLine[]> } {
  const outcomes = new Map<string, RecordLine[]>();
  let header: RecordHeader | undefined;
  let bad: number | undefined;
  let at = 0;
  for (const text of lines) {
    at++;
    if (text.trim() === "") continue;
    if (bad !== undefined) throw new UsageError(`line ${bad} of the record cannot be read`, "record the run again");
    const line = parsed(text);
    if (!header) header = headerOf(line, at);
    else if (!isLine(line)) bad = at; // Torn where the run was killed, if it is the last.
    else {
      const key = JSON.stringify(line.call);
      const known = outcomes.get(key);
      if (known) known.push(line);
      else outcomes.set(key, [line]);
    }
  }
  if (!header) throw new UsageError("the record is empty", "make one with --record FILE");
  return { header, outcomes };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function headerOf(value: unknown, at: number): RecordHeader {
  const header = value as Partial<RecordHeader> | null | undefined;
  if (header?.record !== "mailworthy")
    throw new UsageError(`line ${at} does not begin a record of a run`, "make one with --record FILE");
  if (header.format !== recordFormat) {
    throw new UsageError(
      `line ${at}: the record has format ${words(header.format)}, and format ${recordFormat} is read here`,
      `replay it with the version that made it${header.tool ? `, ${header.tool}` : ""}`,
    );
  }
  const whole = typeof header.at === "string" && !Number.isNaN(Date.parse(header.at)) && Array.isArray(header.about);
  if (!whole) throw new UsageError(`line ${at}: the header of the record is not whole`, "record the run again");
  return header as RecordHeader;
}

const isLine = (value: unknown): value is RecordLine =>
  typeof value === "object" &&
  value !== null &&
  Array.isArray((value as RecordLine).call) &&
  ("answer" in value || typeof (value as RecordLine).error?.code === "string");
