import { bounds } from "../bounds.js";
import type { PostfixSeen } from "../facts/postfix/seen.js";
import { readMainCf, type Setting } from "../syntax/postfix/main-cf.js";
import { readMasterCf } from "../syntax/postfix/master-cf.js";
import { unusedSettings } from "./unused.js";
import { withoutSecret } from "./secrets.js";

/** A configuration as its two files say it, and nothing of the machine. */
export interface Texts {
  folder: string;
  main: string;
  /** Left out where it was not there. */
  master?: string;
  release?: string | null;
}

/** What the files of a configuration say. */
export function configurationOf({ folder, main, master, release = null }: Texts): PostfixSeen {
  const { settings, faults } = readMainCf(main);
  const { services, faults: others } = readMasterCf(master ?? "");
  const kept = settings.slice(-bounds.postfix.settings).map(withoutSecret);
  const own = services.slice(0, bounds.postfix.services).map((service) => ({
    ...service,
    overrides: service.overrides.map(withoutSecret),
  }));
  return {
    folder,
    live: false,
    release,
    faults: [
      ...faults.map(({ line, text }) => `main.cf:${line} ${text}`),
      ...others.map(({ line, text }) => `master.cf:${line} ${text}`),
    ].slice(0, bounds.postfix.entries),
    settings: kept,
    services: own,
    master: master === undefined ? "missing" : "read",
    unset: null,
    unused: unusedSettings(kept, own),
    repeated: repeatedIn(kept),
    tableTypes: null,
    pairs: [],
    auth: [],
    tables: [],
    lists: {},
    lookup: null,
    machine: null,
  };
}

/** Names that are set again with another value. */
function repeatedIn(settings: readonly Setting[]): string[] {
  const first = new Map<string, string>();
  const found = new Set<string>();
  for (const { name, value } of settings) {
    if ((first.get(name) ?? value) !== value) found.add(name);
    first.set(name, value);
  }
  return [...found];
}
