import type { Exhibit, Records } from "./finding.js";
import type { Answer, Certificate, Place, RecordType, Step } from "./net/net.js";
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

/** The steps of a session as evidence. */
export function transcript({ host, ip, port, steps }: Place & { steps: Step[] }): Exhibit {
  return { kind: "transcript", at: `${host} [${ip}]:${port}`, steps };
}

/** Certificates as a host served them, leaf first, as evidence. */
export function certificates({ host, ip, chain }: { host: string; ip: string; chain: Certificate[] }): Exhibit {
  return { kind: "certificate", at: `${host} [${ip}]`, chain };
}
