import { bounds } from "../bounds.js";
import { type Problem, problemsIn, UsageError } from "../usage.js";
import { OctodnsConfig } from "./octodns-config.js";
import { type ZoneFile, zoneFiles } from "./octodns-files.js";
import { Fault, problemOf } from "./octodns-yaml.js";
import { OctodnsZone } from "./octodns-zone.js";
import type { Zone } from "./record.js";
import type { Format, Source } from "./source.js";

const record =
  /(?:^|[\s{,])["']?type["']?:\s*["']?(?:A|AAAA|ALIAS|CAA|CNAME|DNAME|DS|HTTPS|LOC|MX|NAPTR|NS|PTR|SPF|SRV|SSHFP|SVCB|TLSA|TXT|URI|URLFWD)\b/m;

/** A file that is named for a zone and takes all from others. */
const includes = /[\s:]!include\s/;
const isNamed = (file: string): boolean => /(?:^|\/)[^/]+\.[^/.]+\.?\.ya?ml$/.test(file);

const isConfig = ({ octets }: Source): boolean =>
  /^providers:/m.test(octets.slice(0, 65_536)) && /^zones:/m.test(octets.slice(0, 1024 * 1024));

/**
 * Zones as octoDNS has them in YAML: a file for each, a folder for each with a file for each name, or both. Nothing is
 * run: what other providers and processors add is not seen, and where a configuration is among the files that names some,
 * the zone is a part of one.
 */
export const octodns: Format = {
  id: "octodns",
  comments: "#",
  detect(source) {
    if (!/\.ya?ml$/.test(source.file)) return false;
    const head = source.octets.slice(0, 65_536);
    if (isConfig(source)) return true;
    const zone = record.test(head) || (includes.test(head) && isNamed(source.file));
    return zone && !/^(?:apiVersion|kind|providers|zones):/m.test(head);
  },
  read(source) {
    const { zones, left } = readAll([source]);
    if (left.length === 0) return zones;
    const hint = "octoDNS names the file for the zone: example.com.yaml";
    throw problemsIn([{ file: source.file, text: "which zone it is of is not known", hint }]);
  },
  readAll,
};

function readAll(sources: readonly Source[]): { zones: Zone[]; left: Source[] } {
  const configs = sources.filter(isConfig);
  const config = theConfig(configs);
  const files = zoneFiles(
    sources.filter((source) => !configs.includes(source)),
    config,
  );
  const read: Zone[] = [];
  const problems: Problem[] = [];
  const left = [...configs.filter(({ found }) => found), ...files.left];
  for (const [origin, all] of files.zones) {
    try {
      const { zones, unused } = zonesOf(origin, all, files.shared, config);
      read.push(...zones);
      left.push(...unused);
    } catch (error) {
      if (error instanceof Fault) problems.push(problemOf(error));
      else if (error instanceof UsageError) problems.push(...error.problems);
      else throw error;
    }
  }
  if (problems.length > 0) throw problemsIn(problems.slice(0, bounds.zones.problems));
  return { zones: read, left };
}

/** The configuration that counts: one that is named, else the only one that was found. */
function theConfig(configs: readonly Source[]): OctodnsConfig | undefined {
  const named = configs.filter(({ found }) => !found);
  const [first, second] = named.length > 0 ? named : configs;
  if (second) {
    const hint = "name the one that counts, beside the folder";
    throw problemsIn([{ file: second.file, text: `a configuration of octoDNS, as ${first!.file} is one`, hint }]);
  }
  try {
    return first && new OctodnsConfig(first);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    throw problemsIn([problemOf(error)]);
  }
}

/** The zone that some files are of; of two, where nothing says that they belong together. */
function zonesOf(
  origin: string,
  files: readonly ZoneFile[],
  shared: readonly ZoneFile[],
  config: OctodnsConfig | undefined,
): { zones: Zone[]; unused: Source[] } {
  const entry = config?.zone(origin);
  const wanted = files[0]!.source.target;
  if (entry && wanted !== undefined && !entry.targets.includes(wanted))
    return { zones: [], unused: files.map(({ source }) => source) };
  const target = wanted ?? (entry?.targets.length === 1 ? entry.targets[0] : undefined);
  if (!config || !entry) {
    const folders = new Set(files.map(({ folder }) => folder));
    const some = [...folders].map((one) => files.filter(({ folder }) => folder === one));
    return { zones: some.map((files) => zoneOf(origin, files, target)), unused: [] };
  }
  const inOrder = entry.sources.flatMap((name) =>
    [...files, ...shared].filter(({ provider }) => provider?.name === name).sort(byFile),
  );
  const unused = files.filter((file) => !inOrder.includes(file)).map(({ source }) => source);
  const zone = new OctodnsZone(origin, target);
  for (const file of inOrder) zone.add(file);
  zone.doubt(entry, config);
  return { zones: inOrder.length > 0 ? [zone.zone(files[0]!.source.file)] : [], unused };
}

function zoneOf(origin: string, files: readonly ZoneFile[], target: string | undefined): Zone {
  const zone = new OctodnsZone(origin, target);
  for (const file of files.toSorted(byFile)) zone.add(file);
  return zone.zone(files[0]!.source.file);
}

const byFile = (one: ZoneFile, other: ZoneFile): number => (one.source.file < other.source.file ? -1 : 1);
