import type { RecordType } from "../net/net.js";
import { readRdata, writeRdata } from "../syntax/rdata.js";
import { joined } from "../syntax/record.js";
import { UsageError } from "../usage.js";
import type { Standing } from "./propagation.js";
import type { Heard } from "./questions.js";

/** What each server must have: some records, others besides them allowed, or none of the type. */
export type Expectation = { none: true } | { none: false; values: string[] };

/** Reads what was written after `--expect`: records as they are printed; a TXT record may stand without its quotes. */
export function readExpectation(type: RecordType, written: readonly string[]): Expectation {
  if (written.includes("none")) {
    if (written.length > 1) throw new UsageError("none is expected, and something.", "either of them");
    return { none: true };
  }
  const values = written.map((text) => {
    if (type === "TXT" && !text.trimStart().startsWith('"')) return text;
    const read = readRdata(type, text);
    if (!read.ok) throw new UsageError(`"${text}" is no ${type} record: ${read.error}.`);
    return valueOf(type, read.value);
  });
  return { none: false, values };
}

/** A record as one text, however it is spelt: a TXT record is what its strings are together. */
const valueOf = (type: RecordType, data: unknown): string =>
  type === "TXT" ? joined(data as string[]) : writeRdata(type, data as never).toLowerCase();

/** How a server stands to what is expected of it. `absence`: milliseconds for which absence may be kept. */
export function standingOf(
  { type, server, answer, unknown }: Heard,
  expected: Expectation,
  absence: number | undefined,
): Standing {
  if (!answer) return { server: server!, state: "silent", said: [unknown!] };
  const { records, rcode } = answer;
  const held = records.map(({ data }) => valueOf(type, data));
  const fits = expected.none ? held.length === 0 : expected.values.every((value) => held.includes(value));
  const state = fits ? "expected" : "otherwise";
  if (held.length === 0) {
    const said = [rcode === "NXDOMAIN" ? "no such name (NXDOMAIN)" : "no record of this type"];
    return { server: server!, state, said, ...(absence !== undefined && { kept: absence }) };
  }
  const ttl = Math.max(...records.map((record) => record.ttl));
  return { server: server!, state, said: records.map(({ data }) => writeRdata(type, data)), ttl, kept: ttl * 1_000 };
}
