import { posix } from "node:path";
import type { OctodnsConfig, Provider } from "./octodns-config.js";
import { asciiName } from "./octodns-record.js";
import { absoluteName } from "./names.js";
import type { Source } from "./source.js";

/** A file of a zone of octoDNS. */
export interface ZoneFile {
  source: Source;
  provider?: Provider;
  /** The folder that its provider has its files in, as far as can be told. */
  folder: string;
  /** It is one of the files in the folder of its zone. */
  split: boolean;
}

/** Files by the zone they are of, those that all zones of a provider have, and those that are of none. */
export interface ZoneFiles {
  zones: Map<string, ZoneFile[]>;
  shared: ZoneFile[];
  left: Source[];
}

/**
 * The zones that files are of: a file is named for its zone, `example.com.yaml`, or in a folder that is, `example.com./`.
 * What such a folder has after the name is a setting; where it is not known, the file `$example.com.yaml` in it tells.
 */
export function zoneFiles(sources: readonly Source[], config: OctodnsConfig | undefined): ZoneFiles {
  const folders = new Map<string, string>();
  for (const { file } of sources) {
    const zone = /^\$(.+?)\.?\.ya?ml$/.exec(posix.basename(file))?.[1];
    const folder = posix.dirname(file);
    if (zone !== undefined && posix.basename(folder).startsWith(zone)) folders.set(folder, zone);
  }
  const found: ZoneFiles = { zones: new Map(), shared: [], left: [] };
  for (const source of sources) {
    const provider = config?.providerOf(source.file);
    const parent = posix.dirname(source.file);
    const split = folders.get(parent) ?? zoneOfFolder(posix.basename(parent), provider?.splitExtension ?? ".");
    const folder = split === undefined ? parent : posix.dirname(parent);
    const file = { source, ...(provider && { provider }), folder, split: split !== undefined };
    if (provider?.sharedFile === posix.basename(source.file)) {
      found.shared.push(file);
      continue;
    }
    const origin = originOf(split ?? named(source), source);
    if (origin === undefined || (provider?.withoutZoneFiles && !file.split)) {
      found.left.push(source);
      continue;
    }
    const files = found.zones.get(origin);
    if (files) files.push(file);
    else found.zones.set(origin, [file]);
  }
  return found;
}

/** The zone that a folder is named for, by what follows the name. */
function zoneOfFolder(folder: string, extension: string): string | undefined {
  const name = folder.endsWith(extension) ? folder.slice(0, folder.length - extension.length) : "";
  return name.includes(".") && !name.startsWith(".") ? name : undefined;
}

const named = ({ file }: Source): string | undefined => /([^/]+\.[^/]+?)\.?\.ya?ml$/.exec(file)?.[1];

/** A file that was found is of the zone it is named for; one that is named, of the one that is asked for. */
function originOf(name: string | undefined, { found, origin }: Source): string | undefined {
  const word = found ? (name ?? origin) : (origin ?? name);
  if (word === undefined) return undefined;
  try {
    return absoluteName(asciiName(word.normalize("NFC")), ".");
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
