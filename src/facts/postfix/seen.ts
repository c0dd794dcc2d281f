import { defineFact } from "../../fact.js";
import { type Certificate, NetError } from "../../net/net.js";
import type { Setting } from "../../syntax/postfix/main-cf.js";
import type { Service } from "../../syntax/postfix/master-cf.js";

/** What was seen of a Postfix: its configuration, and what of its machine could be looked at. No secret is in it. */
export interface PostfixSeen {
  folder: string;
  /** Told by the tools of this machine; else read from a copy of its files. */
  live: boolean;
  release: string | null;
  /** What keeps Postfix from reading it. */
  faults: string[];
  settings: Setting[];
  services: Service[];
  /** Whether master.cf, with the services, was read. */
  master: FileState;
  /** Values, not expanded, of what is not set, as Postfix has worked them out; null where it was not asked. */
  unset: Record<string, string> | null;
  /** Names in main.cf that mean nothing, and names that are set twice. */
  unused: string[];
  repeated: string[];
  /** Types of tables that can be opened. */
  tableTypes: string[] | null;
  pairs: PostfixPair[];
  auth: PostfixAuth[];
  tables: PostfixTable[];
  /** Entries of lists that stand in files, by the word that names them; null for one that cannot be read. */
  lists: Record<string, string[] | null>;
  lookup: PostfixLookup | null;
  /** The machine it runs on; null for a copy. */
  machine: PostfixMachine | null;
}

/** Whether a file is there and may be read; `elsewhere` is a file of a machine that only parts of were copied from. */
export type FileState = "read" | "missing" | "unreadable" | "elsewhere";

/** A certificate with its key, as services are told to use them. */
export interface PostfixPair {
  services: string[];
  certificate: { file: string; state: FileState; problem?: string };
  key: { file: string; state: FileState; problem?: string };
  chain: Certificate[];
  /** Whether the key is that of the certificate; null where one of them could not be read. */
  matches: boolean | null;
}

/** The way to the server that checks passwords. */
export interface PostfixAuth {
  services: string[];
  type: string;
  path: string;
  /** `silent`: there, but nobody takes connections. */
  state: "answers" | "silent" | "missing" | "not-a-socket" | "unreadable" | "not-tried";
  /** Mechanisms that it offers. */
  mechanisms: string[];
}

/** A table in a file, by the settings that name it, and what was read in its text. */
export interface PostfixTable {
  table: string;
  settings: string[];
  /** Of its text, and of what postmap(1) makes of it, where its type wants that. */
  source: FileState;
  compiled: FileState | null;
  /** The text was changed after it was last compiled. */
  stale: boolean;
  /** Entries for a whole domain, and where they lead. */
  catchAlls: { domain: string; to: string[]; line: number }[];
  /** Entries that let their client pass (OK, a number, permit). */
  permits: { key: string; line: number }[];
}

/** An address that was looked up in the tables, step by step. */
export interface PostfixLookup {
  address: string;
  /** Which domains its own is among; `none` where mail for it is sent on. */
  domainClass: "local" | "virtual-alias" | "virtual-mailbox" | "relay" | "none" | "unknown";
  steps: { table: string; key: string; answer: string | null; problem?: string }[];
  outcome: "found" | "not-found" | "unknown" | "elsewhere";
}

export interface PostfixMachine {
  running: boolean | null;
  listening: { ip: string; port: number }[] | null;
  /** Its own addresses, without the loopback. */
  addresses: string[];
  resolvers: string[];
  /** Octets of the file system of the queue. */
  disk: { free: number; size: number } | null;
}

/** What the command gathered of the Postfix. */
export const postfixSeen = defineFact({
  id: "postfix",
  of: "postfix",
  reaches: "file",
  async gather(name, { local }) {
    const seen = (await local("postfix", name)) as PostfixSeen | undefined;
    if (!seen || !Array.isArray(seen.settings)) throw new NetError("malformed", `nothing was gathered of ${name}`);
    return seen;
  },
});
