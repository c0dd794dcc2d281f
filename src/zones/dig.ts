import { type Problem, problemsIn } from "../usage.js";
import { readMaster, type Written } from "./master.js";
import { loaded } from "./loaded.js";
import { absoluteName } from "./names.js";
import type { Asked, Zone, ZoneRecord } from "./record.js";
import type { Format, Source } from "./source.js";
import { typeOf } from "./types.js";

/**
 * What dig prints: the transfer of a zone, which is whole only if it ends with the SOA record that it began with
 * (RFC 5936 §2.2), or answers to questions, which are what was asked and no more.
 */
export const dig: Format = {
  id: "dig",
  comments: ";",
  detect: ({ octets }) => /^; <<>> DiG |^;; (?:->>HEADER<<-|XFR size:)/m.test(octets.slice(0, 65_536)),
  read: (source) => (/^;; ->>HEADER<<-/m.test(source.octets) ? answers(source) : transfers(source)),
};

function transfers(source: Source): Zone[] {
  const { records, unread, notes } = readMaster(source);
  const zones: Zone[] = [];
  let from = 0;
  while (from < records.length) {
    const first = records[from]!;
    const end = records.findIndex((record, at) => at > from && sameSoa(first, record));
    if (end < 0) throw problemsIn([unfinished(source, first)]);
    const part: Written = { origin: first.name, records: records.slice(from, end), unread: [], notes };
    zones.push(loaded(part, source));
    from = end + 1;
  }
  if (zones.length === 0) throw problemsIn([nothing(source)]);
  for (const zone of zones) {
    const below = zone.origin === "." ? "" : `.${zone.origin}`;
    zone.unread = unread.filter(({ name }) => name === zone.origin || name.endsWith(below));
  }
  return zones;
}

const sameSoa = (one: ZoneRecord, other: ZoneRecord): boolean =>
  one.type === "SOA" &&
  other.type === "SOA" &&
  one.name === other.name &&
  JSON.stringify(one.data) === JSON.stringify(other.data);

function unfinished(source: Source, { file, line, column, type }: ZoneRecord): Problem {
  const said = failure(source.octets);
  const text = type === "SOA" ? "the transfer that begins here has no end" : "no SOA record begins the transfer";
  return {
    file,
    line,
    column,
    text: said ? `${text}: ${said}` : text,
    hint: "run dig AXFR again, and save all it prints",
  };
}

/** No record is a failure, never an empty zone. */
function nothing({ file, octets }: Source): Problem {
  const said = failure(octets);
  return {
    file,
    text: said ? `the transfer failed: ${said}` : "no record was transferred",
    hint: "ask a server that allows transfers to you: dig AXFR example.com @SERVER",
  };
}

/** What dig says of a failure: only comments do. */
const failure = (octets: string): string | undefined =>
  /^;+ *(Transfer failed|no servers could be reached|communications error.*|connection timed out.*)/m
    .exec(octets)?.[1]
    ?.slice(0, 200);

/** The records of the answer sections, and the questions with what came back. */
function answers(source: Source): Zone[] {
  const asked: Asked[] = [];
  let section = "";
  let rcode = "";
  const lines = source.octets.split("\n").map((line, at) => {
    const [, status] = /^;; ->>HEADER<<-.*\bstatus: (\w+)/.exec(line) ?? [];
    if (status !== undefined) rcode = status;
    section = /^;; (\w+) SECTION:/.exec(line)?.[1] ?? (/^;; (?:Query time|->>HEADER)/.test(line) ? "" : section);
    const question = section === "QUESTION" ? /^;(\S+)\s+IN\s+(\S+)\s*$/.exec(line) : null;
    if (question) asked.push({ ...questionOf(question, source, at + 1), rcode });
    return section === "ANSWER" ? line : "";
  });
  if (asked.length === 0)
    throw problemsIn([{ file: source.file, text: "no question is shown", hint: "run dig without +short and +noall" }]);
  const { records, unread, notes } = readMaster({ ...source, octets: lines.join("\n") });
  return [{ origin: ".", completeness: "live", records, unread, notes, asked }];
}

function questionOf([, name, word]: RegExpExecArray, { file }: Source, line: number): Omit<Asked, "rcode"> {
  const type = typeOf(word!)?.type;
  try {
    if (type !== undefined) return { name: absoluteName(name!, "."), type, file, line, column: 1 };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  throw problemsIn([{ file, line, column: 1, text: `"${name} ${word}" is no question` }]);
}
