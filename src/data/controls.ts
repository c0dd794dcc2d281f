/**
 * Mail hosts of large, unrelated operators, by which a blocked way out is told from a dead host. Each answers on port 25
 * to everybody; one connection a run, nothing said. The MX of a domain that everybody knows, as its operator publishes it.
 */
export interface ControlHost {
  host: string;
  /** Whose MX it is. */
  source: string;
  /** When that was last known to be so. */
  date: string;
}

export const controlHosts: readonly ControlHost[] = [
  { host: "gmail-smtp-in.l.google.com", source: "MX of gmail.com", date: "2026-11" },
  { host: "mx01.mail.icloud.com", source: "MX of domains at iCloud", date: "2026-11" },
  { host: "mta5.am0.yahoodns.net", source: "MX of yahoo.com", date: "2026-11" },
];
