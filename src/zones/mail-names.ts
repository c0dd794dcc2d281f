import type { RecordType } from "../net/net.js";
import { joined } from "../syntax/record.js";
import type { ZoneRecord } from "./record.js";

/** A domain of a zone that has to do with mail, and the DKIM selectors that the zone holds for it. */
export interface MailDomain {
  domain: string;
  selectors: string[];
}

/**
 * The domains of a zone that have to do with mail: its apex, and each name with an MX, an SPF or a DMARC record or a DKIM
 * key of its own.
 */
export function mailDomains(origin: string, records: readonly ZoneRecord[]): MailDomain[] {
  const found = new Map<string, Set<string>>();
  const at = (domain: string): Set<string> => {
    const known = found.get(domain) ?? new Set<string>();
    found.set(domain, known);
    return known;
  };
  if (origin !== ".") at(origin);
  for (const record of records) {
    const { name, type } = record;
    if (name.startsWith("*.")) continue;
    const key = /^(.+?)\._domainkey\.(.+)$/.exec(name);
    if (key && (type === "TXT" || type === "CNAME")) {
      // A key that is taken out of use is no selector in use (RFC 6376 §3.6.1).
      if (!isRevoked(record)) at(key[2]!).add(key[1]!);
    } else if (name.startsWith("_dmarc.") && (type === "TXT" || type === "CNAME")) at(name.slice("_dmarc.".length));
    // A name that begins with an underscore is no domain: records that others include stand there.
    else if (name.startsWith("_")) continue;
    else if (type === "MX" || (type === "TXT" && /^v=spf1(?: |$)/i.test(joined(record.data as string[])))) at(name);
  }
  return [...found].map(([domain, selectors]) => ({ domain, selectors: [...selectors] }));
}

const isRevoked = ({ type, data }: ZoneRecord): boolean =>
  type === "TXT" && /(?:^|;)\s*p=\s*(?:;|$)/.test(joined(data as string[]));

/** Names and types of a zone that mail hangs on, whether they are there or not. */
export function mailNames(origin: string, records: readonly ZoneRecord[]): [string, RecordType][] {
  const apex: [string, RecordType][] = (["SOA", "NS", "DS"] as const).map((type) => [origin, type]);
  const own = mailDomains(origin, records).flatMap(({ domain }): [string, RecordType][] => [
    ...(["A", "AAAA", "MX", "TXT", "CAA"] as const).map((type): [string, RecordType] => [domain, type]),
    ...["_dmarc", "_mta-sts", "_smtp._tls", "default._bimi"].map((label): [string, RecordType] => [
      `${label}.${domain}`,
      "TXT",
    ]),
    [`mta-sts.${domain}`, "A"],
    [`mta-sts.${domain}`, "AAAA"],
  ]);
  return [...apex, ...own];
}
