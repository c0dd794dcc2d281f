import type { Records } from "./finding.js";
import type { Answer, RecordType } from "./net/net.js";
import { writeRdata } from "./syntax/rdata.js";

/** An answer as evidence. Absence is evidence too: an exhibit with no record says who said so. */
export function records<T extends RecordType>(answer: Answer<T>): Records {
  const { name, type, rcode, server, ad } = answer;
  return {
    kind: "records",
    name,
    type,
    rcode,
    server,
    ad,
    records: answer.records.map((record) => ({
      name: record.name,
      type: record.type,
      ttl: record.ttl,
      text: writeRdata(record.type, record.data),
      ...(record.file !== undefined && { file: record.file }),
      ...(record.line !== undefined && { line: record.line }),
    })),
  };
}
