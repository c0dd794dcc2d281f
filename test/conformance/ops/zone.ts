import { typeCode } from "../../../src/net/dns/codes.js";
import { labelsOf } from "../../../src/syntax/domain-name.js";
import { UsageError } from "../../../src/usage.js";
import { bind } from "../../../src/zones/bind.js";
import { wireData, type ZoneRecord } from "../../../src/zones/record.js";
import { mnemonicOf } from "../../../src/zones/types.js";
import type { Op } from "../case.js";

/** A whole zone as a server holds it, in canonical order (RFC 4034 §6) but for its SOA record, which is first. */
export const zone: Op = ({ text, origin }) => {
  const octets = Buffer.from(String(text)).toString("latin1");
  try {
    const [read] = bind.read({ file: "zone", octets, ...(typeof origin === "string" && { origin }) });
    if (read?.completeness !== "zone") return { error: "no SOA record" };
    return {
      records: read.records
        .map(entryOf)
        .sort(byOrder)
        .map((entry) => entry.record),
    };
  } catch (error) {
    if (error instanceof UsageError) return { error: error.message };
    throw error;
  }
};

interface Entry {
  labels: string[];
  code: number;
  record: { name: string; ttl: number; type: string; rdata: string };
}

function entryOf(record: ZoneRecord): Entry {
  const { name, ttl, type } = record;
  return {
    labels: labelsOf(name).reverse(),
    code: type === "SOA" ? 0 : typeCode(type),
    record: {
      name: name === "." ? name : `${name}.`,
      ttl,
      type: mnemonicOf(type),
      rdata: Buffer.from(wireData(record)).toString("hex"),
    },
  };
}

function byOrder(one: Entry, other: Entry): number {
  for (const [at, label] of one.labels.entries()) {
    const there = other.labels[at];
    if (there === undefined) return 1;
    if (label !== there) return label < there ? -1 : 1;
  }
  if (one.labels.length < other.labels.length) return -1;
  return one.code - other.code || (one.record.rdata < other.record.rdata ? -1 : 1);
}
