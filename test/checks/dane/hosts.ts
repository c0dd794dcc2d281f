import type { Row } from "mailworthy/testing";
import { secured, upTo } from "../mail-host.js";
import { signed, unvalidated } from "../dnssec/zones.js";

export const own = "11".repeat(32);
export const other = "22".repeat(32);

/** TLSA records of the mail host, each by what is behind the type: `3 1 1 …`. */
export const tlsa = (...records: string[]): string =>
  records.map((text) => `_25._tcp.mx1.example.com 3600 TLSA ${text}`).join("\n");

/** A signed domain with these TLSA records, whose mail host shows this in its handshake. */
export const showing = (tls: string, ...records: string[]): Row => ({
  ...signed(tlsa(...records)),
  smtp: { "mx1.example.com:25": secured(`TLS: ${tls}`) },
});

/** The same with a mail host that goes on like this after STARTTLS. */
export const going = (rest: string, ...records: string[]): Row => ({
  ...signed(tlsa(...records)),
  smtp: { "mx1.example.com:25": upTo(rest) },
});

/** A mail host with a record of this key, of which nobody knows whether it is signed. */
export const unsure = (tls: string): Row => ({ ...showing(tls), ...unvalidated(tlsa(`3 1 1 ${own}`)) });
