import { posix } from "node:path";
import { defaults, listed, mapIn, type Settings, wordOf } from "./octodns-record.js";
import { type Dict, Fault, readOctodnsYaml, type Value } from "./octodns-yaml.js";
import type { Place } from "./record.js";
import type { Source } from "./source.js";

/** A source of records in a configuration of octoDNS. */
export interface Provider extends Place {
  name: string;
  class: string;
  /** Of one that reads YAML: where its files are, as they are written. */
  directory?: string;
  settings: Settings;
  /** What the folders of its zones have after the name of the zone. */
  splitExtension?: string;
  /** A file whose records all of its zones have. */
  sharedFile?: string;
  /** Only folders of zones are read. */
  withoutZoneFiles: boolean;
  /** Its records take the place of those before. */
  replaces: boolean;
}

/** What a configuration says of one zone. */
export interface ZoneEntry extends Place {
  sources: string[];
  targets: string[];
  processors: string[];
  /** The zone whose records it has. */
  alias?: string;
}

/** Classes whose processors look at records and leave them as they are. */
const onlyLooking = /\bSpfDnsLookupProcessor$/;
const yamlProvider = /^octodns\.provider\.yaml\.(?:Split)?YamlProvider$/;

export const isYaml = ({ class: name }: Provider): boolean => yamlProvider.test(name);

/**
 * A configuration of octoDNS: which zones have records of which providers, and what is done to them. What stands in the
 * environment is not looked at. Throws a UsageError, or a Fault.
 */
export class OctodnsConfig {
  readonly file: string;
  readonly providers = new Map<string, Provider>();
  readonly #zones: ReadonlyMap<string, { value: Value; key: Place }>;
  readonly #classes = new Map<string, string>();
  readonly #always: string[];

  constructor(source: Source) {
    this.file = source.file;
    const { entries } = mapIn(readOctodnsYaml(source), "the configuration");
    const map = (key: string): Dict["entries"] => {
      const value = entries.get(key)?.value;
      return value ? mapIn(value, key).entries : new Map<string, never>();
    };
    for (const [name, { key, value }] of map("providers"))
      this.providers.set(name, providerOf(name, key, mapIn(value, "a provider")));
    for (const [name, { value }] of map("processors"))
      this.#classes.set(name, wordIn(mapIn(value, "a processor"), "class") ?? "");
    this.#zones = map("zones");
    const manager = map("manager");
    this.#always = ["processors", "post_processors"].flatMap((key) => wordsOf(manager.get(key)?.value));
  }

  /** What it says of a zone; of several patterns that fit, the longest. */
  zone(origin: string): ZoneEntry | undefined {
    const name = `${origin}.`;
    const pattern = [...this.#zones.keys()]
      .filter((pattern) => pattern.toLowerCase() === name || fits(pattern, name))
      .sort((one, other) => other.length - one.length)[0];
    const found = pattern === undefined ? undefined : this.#zones.get(pattern);
    if (!found) return undefined;
    const map = mapIn(found.value, "a zone");
    const words = (key: string): string[] => wordsOf(map.entries.get(key)?.value);
    const alias = wordIn(map, "alias");
    return {
      file: found.key.file,
      line: found.key.line,
      column: found.key.column,
      sources: words("sources"),
      targets: words("targets"),
      processors: [...this.#always, ...words("processors")],
      ...(alias !== undefined && { alias }),
    };
  }

  /** Why the records of a zone may be others than its files have. */
  doubts({ sources, processors, alias }: ZoneEntry): string[] {
    const others = sources.filter((name) => {
      const provider = this.providers.get(name);
      return !provider || !isYaml(provider);
    });
    const changing = processors.filter((name) => !onlyLooking.test(this.#classes.get(name) ?? ""));
    return [
      ...(alias === undefined ? [] : [`it is an alias of ${alias}, whose records it has`]),
      ...others.map((name) => `${this.#named(name)} has records for it too, which are not read`),
      ...changing.map((name) => `${this.#named(name)} may change its records, and is not run`),
    ];
  }

  /** Whether a source among those of a zone builds its SPF record. */
  buildsSpf({ sources }: ZoneEntry): boolean {
    return sources.some((name) => /\bSpfSource$/.test(this.providers.get(name)?.class ?? ""));
  }

  /** The provider whose folder a file is in; the only one there is, where its folder is named in no way that helps. */
  providerOf(file: string): Provider | undefined {
    const yaml = [...this.providers.values()].filter(isYaml);
    const folders = [posix.dirname(file), posix.dirname(posix.dirname(file))].map(partsOf);
    const near = yaml
      .filter(({ directory }) => {
        const parts = partsOf(directory ?? "");
        return parts.length > 0 && folders.some((folder) => endsWith(folder, parts));
      })
      .sort((one, other) => partsOf(other.directory!).length - partsOf(one.directory!).length);
    return near[0] ?? (yaml.length === 1 ? yaml[0] : undefined);
  }

  #named(name: string): string {
    const of = this.providers.get(name)?.class ?? this.#classes.get(name);
    return of ? `${name} (${of})` : name;
  }
}

/** Whether a pattern with stars fits a name, as octoDNS has it where the pattern begins with a star. */
function fits(pattern: string, name: string): boolean {
  if (!pattern.startsWith("*") || pattern.length > 255) return false;
  const [, ...parts] = pattern.toLowerCase().split(/\*+/);
  let at = 0;
  for (const part of parts.slice(0, -1)) {
    const found = name.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  const last = parts.at(-1)!;
  return name.length - at >= last.length && name.endsWith(last);
}

function providerOf(name: string, { file, line, column }: Place, map: Dict): Provider {
  const flag = (key: string): boolean | undefined => {
    const word = wordIn(map, key);
    return word === undefined ? undefined : /^(?:true|yes|on)$/i.test(word);
  };
  const ttl = wordIn(map, "default_ttl");
  if (ttl !== undefined && !/^\d{1,9}$/.test(ttl)) throw new Fault(`"${ttl}" is no TTL`, map, "write seconds");
  const escaped = flag("escaped_semicolons");
  const extension = wordIn(map, "split_extension");
  const shared = wordIn(map, "shared_filename");
  const directory = wordIn(map, "directory");
  const settings: Settings = {
    ttl: ttl === undefined ? defaults.ttl : Number(ttl),
    ...(escaped !== undefined && { semicolons: escaped ? "escaped" : "plain" }),
  };
  return {
    file,
    line,
    column,
    name,
    class: wordIn(map, "class") ?? "",
    settings,
    ...(directory !== undefined && { directory }),
    ...(extension !== undefined && extension !== "false" && { splitExtension: extension }),
    ...(shared !== undefined && shared !== "false" && { sharedFile: shared }),
    withoutZoneFiles: flag("disable_zonefile") ?? false,
    replaces: flag("populate_should_replace") ?? false,
  };
}

function wordIn({ entries }: Dict, key: string): string | undefined {
  const value = entries.get(key)?.value;
  return value?.kind === "text" ? value.text : undefined;
}

const wordsOf = (value: Value | undefined): string[] =>
  value === undefined || (value.kind === "text" && value.text === undefined) ? [] : listed(value).map(wordOf);

const partsOf = (path: string): string[] =>
  posix
    .normalize(path)
    .split("/")
    .filter((part) => part !== "" && part !== ".");

const endsWith = (folder: readonly string[], parts: readonly string[]): boolean =>
  parts.every((part, at) => folder[folder.length - parts.length + at] === part);
