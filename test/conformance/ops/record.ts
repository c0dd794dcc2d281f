import { parseBimi } from "../../../src/syntax/bimi.js";
import { caaFault } from "../../../src/syntax/caa.js";
import { parseDkimRecord } from "../../../src/syntax/dkim-key.js";
import { dmarcRequests, type DmarcRecord, parseDmarc } from "../../../src/syntax/dmarc.js";
import { parseStsPolicy, parseStsRecord } from "../../../src/syntax/mta-sts.js";
import { readRdata } from "../../../src/syntax/rdata.js";
import { parseSpf } from "../../../src/syntax/spf.js";
import { parseTlsReportRecord } from "../../../src/syntax/tls-rpt.js";
import { type Op, unsupported } from "../case.js";

interface Judged {
  valid: boolean;
  fields?: Record<string, unknown>;
}

const invalid: Judged = { valid: false };
const faultless = (record: { faults: readonly unknown[] } | null): boolean => record?.faults.length === 0;
const fieldsOf = (tags: readonly { name: string; value: string }[]): Record<string, string> =>
  Object.fromEntries(tags.map(({ name, value }) => [name, value]));

/** Whether a record is valid as a whole: a fault that receivers skip over leaves it so. */
const kinds: Readonly<Record<string, (text: string) => Judged>> = {
  spf: (text) => ({ valid: faultless(parseSpf(text)) }),
  dmarc(text) {
    const record = parseDmarc(text);
    return record ? { valid: counts(record), fields: { ...fieldsOf(record.tags), ...applied(record) } } : invalid;
  },
  "dkim-key"(text) {
    const record = parseDkimRecord(text);
    const usable = record.data === "" || record.key?.ok === true;
    return { valid: faultless(record) && usable, fields: { ...fieldsOf(record.tags), k: record.type, p: record.data } };
  },
  "mta-sts"(text) {
    const record = parseStsRecord(text);
    return record ? { valid: faultless(record), fields: { id: record.id } } : invalid;
  },
  "mta-sts-policy"(text) {
    const policy = parseStsPolicy(text);
    return { valid: faultless(policy), fields: { mode: policy.mode, max_age: policy.maxAge, mx: policy.mx } };
  },
  "tls-rpt": (text) => ({ valid: faultless(parseTlsReportRecord(text)) }),
  bimi(text) {
    const record = parseBimi(text);
    return record ? { valid: faultless(record), fields: fieldsOf(record.tags) } : invalid;
  },
  caa(text) {
    const read = readRdata("CAA", text);
    return { valid: read.ok && caaFault(read.value) === null };
  },
};

/** A record that has a fault and, for it, no policy left counts for nothing (RFC 9989 §4.10.1). */
const counts = (record: DmarcRecord): boolean =>
  !record.void && (record.faults.length === 0 || dmarcRequests(record) !== null);

function applied(record: DmarcRecord): Record<string, unknown> {
  const { sp, np, adkim, aspf, psd, t } = record;
  const p = record.p ?? dmarcRequests(record)?.own ?? null;
  return { p, ...(sp && { sp }), ...(np && { np }), adkim, aspf, psd, t };
}

export const record: Op = ({ kind, text }) => kinds[String(kind)]?.(String(text)) ?? unsupported;
