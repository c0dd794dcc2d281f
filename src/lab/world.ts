import type { DomainTarget } from "../target.js";
import type { MailHost } from "./mail-host.js";

/** A made-up domain of the lab: its records, its hosts, and what its owner would declare about it. */
export interface World {
  name: string;
  title: string;
  target: DomainTarget;
  /** Master-file lines, as in zone text of the testing kit. */
  zone: string;
  /** Addresses of name servers of its own. */
  nameServers?: readonly string[];
  /** Mail hosts by address; `refused` closes the port. */
  hosts: Readonly<Record<string, MailHost | "refused">>;
  /** Texts served over HTTPS, by address. */
  web?: Readonly<Record<string, { name: string; pages: Readonly<Record<string, string>> }>>;
}
