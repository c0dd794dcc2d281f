import { parseFieldList } from "./field-list.js";
import { parseReportUris, type ReportUri } from "./report-uri.js";
import type { Fault } from "./tag-list.js";

/** The record at `_smtp._tls.<domain>`, which asks for reports on TLS (RFC 8460 §3). */
export interface TlsReportRecord {
  rua: ReportUri[];
  faults: Fault[];
}

/** Whether a text that does not count as a TLS reporting record was meant as one. */
export const looksLikeTlsReport = (text: string): boolean =>
  parseTlsReportRecord(text) === null && /\bv\s*=\W*tlsrpt/i.test(text);

/** Null for a text that is no TLS reporting record. */
export function parseTlsReportRecord(text: string): TlsReportRecord | null {
  const list = parseFieldList(text, "TLSRPTv1");
  if (!list) return null;
  const rua = list.fields.find(({ name }) => name === "rua");
  if (!rua) return { rua: [], faults: [...list.faults, { at: text.length, message: "rua= is missing" }] };
  const { uris, faults } = parseReportUris(rua.value);
  const usable = uris.filter(({ scheme }) => scheme === "mailto" || scheme === "https");
  const others = uris.filter((uri) => !usable.includes(uri));
  return {
    rua: usable,
    faults: [
      ...list.faults,
      ...faults.map(({ message }) => ({ at: rua.at, message: `in rua, ${message}` })),
      ...others.map(({ uri }) => ({ at: rua.at, message: `in rua, "${uri}" is neither mailto: nor https:` })),
    ],
  };
}
