import { bounds } from "./bounds.js";
import type { PostfixSetting } from "./facts/postfix/settings.js";
import type { Exhibit, Records } from "./finding.js";
import type { Answer, Certificate, HttpsAnswer, Place, RecordType, Step } from "./net/net.js";
import { writeRdata } from "./syntax/rdata.js";

/** Many checks show the same answer; it is written out once. */
const shown = new WeakMap<Answer, Records>();

/** An answer as evidence. Absence is evidence too: an exhibit with no record says who said so. */
export function records<T extends RecordType>(answer: Answer<T>): Records {
  const known = shown.get(answer);
  if (known) return known;
  const written = writtenOut(answer);
  shown.set(answer, written);
  return written;
}

function writtenOut<T extends RecordType>({ name, type, rcode, server, ad, records }: Answer<T>): Records {
  return {
    kind: "records",
    name,
    type,
    rcode,
    server,
    ad,
    records: records.map((record) => ({
      name: record.name,
      type: record.type,
      ttl: record.ttl,
      text: writeRdata(record.type, record.data),
      ...(record.file !== undefined && { file: record.file }),
      ...(record.line !== undefined && { line: record.line }),
      ...(record.column !== undefined && { column: record.column }),
    })),
  };
}

/** The steps of a session as evidence. */
export function transcript({ host, ip, port, steps }: Place & { steps: Step[] }): Exhibit {
  return { kind: "transcript", at: `${host} [${ip}]:${port}`, steps };
}

/** What a URL answered as evidence: status, the headers that tell what it is, and its lines where they are to be read. */
export function page({ url, ip, status, headers, body }: HttpsAnswer, readable = false): Exhibit {
  const told = ["content-type", "location"].filter((name) => headers[name] !== undefined);
  const lines = readable ? ["", ...body.split(/\r?\n/).slice(0, bounds.shown)] : [];
  const said = [`HTTP ${status}`, ...told.map((name) => `${name}: ${headers[name]!}`), ...lines];
  return {
    kind: "transcript",
    at: `${new URL(url).host} [${ip}]`,
    steps: [
      { at: 0, from: "client", text: `GET ${url}` },
      ...said.map((text) => ({ at: 0, from: "server" as const, text: text.slice(0, bounds.shown) })),
    ],
  };
}

/** Certificates as a host served them, leaf first, as evidence. */
export function certificates({ host, ip, chain }: { host: string; ip: string; chain: Certificate[] }): Exhibit {
  return { kind: "certificate", at: `${host} [${ip}]`, chain };
}

/** A value of a setting, and where it holds: in main.cf, as the default, or for one service of master.cf. */
export interface Stated {
  value: string;
  where: string;
  service?: string;
}

/** A setting of Postfix everywhere it has a value. */
export const everywhere = ({ value, set, line, services }: PostfixSetting): Stated[] => [
  { value, where: set ? placed("main.cf", line) : "the default" },
  ...services.map((one) => ({ value: one.value, where: one.service, service: one.service })),
];

/** Settings of Postfix as evidence, with where each value holds. */
export function settings(...of: readonly PostfixSetting[]): Exhibit {
  const rows = of.flatMap((setting) =>
    everywhere(setting).map(({ value, where }) => [setting.name, value || "(empty)", where]),
  );
  return { kind: "table", columns: ["setting", "value", "where"], rows };
}

const placed = (file: string, line: number): string => (line > 0 ? `${file}:${line}` : file);
