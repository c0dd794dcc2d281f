import { bind } from "./bind.js";
import { providers } from "./providers.js";
import { fullName } from "./record-set.js";
import type { UnknownRecord, Zone, ZoneRecord } from "./record.js";
import type { Format, Source } from "./source.js";

/**
 * The master file that Cloudflare exports: a TTL of 1 stands for the provider's own, and the comment of a record says what
 * else is set, after `cf_tags=`. Where a record is proxied or flattened, as an alias at the apex always is, others are
 * answered with addresses that are not in the file.
 */
export const cloudflareExport: Format = {
  id: "cloudflare-export",
  detect: (source) =>
    marks.test(source.octets.slice(0, 262_144)) && bind.detect({ ...source, file: `${source.file}.zone` }),
  read(source) {
    const { octets, answered } = apart(source);
    return bind.read({ ...source, octets }).map((zone) => served(zone, answered));
  },
};

const provider = providers.cloudflare;

const marks = /^;; Domain:[^\n]*\n;; Exported:|;[^\n]*\bcf_tags=/m;
const address = /^(\S+)[ \t]+(\d{1,10})[ \t]+(?:IN[ \t]+)?(?:A|AAAA|CNAME)[ \t]+([^\s;]+)/i;
const alias = /^(\S+)[ \t]+\d{1,10}[ \t]+(?:IN[ \t]+)?CNAME[ \t]/i;
const soa = /^(\S+)[ \t]+\d{1,10}[ \t]+(?:IN[ \t]+)?SOA[ \t]/im;

/** The file without the records that are not answered as they stand, each line in its place, and those records. */
function apart({ octets, file }: Source): { octets: string; answered: UnknownRecord[] } {
  const apex = soa.exec(octets)?.[1]!.toLowerCase();
  const answered: UnknownRecord[] = [];
  const seen = new Set<string>();
  const lines = octets.split("\n").map((line, at) => {
    const [, owner = "", ttl, target = ""] = address.exec(line) ?? [];
    const name = fullName(owner);
    if (name === undefined) return line;
    const tags = tagsOf(line);
    const isAlias = alias.test(line);
    const flattened = isAlias && (tags.has("cf-flatten-cname") || owner.toLowerCase() === apex);
    const why = tags.has("cf-proxied:true") ? "proxied" : flattened ? "alias" : undefined;
    if (why === undefined) return line;
    const leads = isAlias ? fullName(target) : undefined;
    for (const type of ["A", "AAAA"] as const)
      if (!seen.has(`${type} ${name}`)) {
        seen.add(`${type} ${name}`);
        answered.push({
          file,
          line: at + 1,
          column: 1,
          name,
          type,
          ttl: ttl === "1" ? provider.automatic : Number(ttl),
          why,
          ...(leads !== undefined && { alias: leads }),
        });
      }
    return "";
  });
  return { octets: lines.join("\n"), answered };
}

function served(zone: Zone, answered: readonly UnknownRecord[]): Zone {
  const records = zone.records.map((record): ZoneRecord =>
    record.ttl === 1 ? { ...record, ttl: provider.automatic, ttlAssumed: true } : record,
  );
  const unknown = [...(zone.unknown ?? []), ...answered];
  return { ...zone, provider: provider.id, records, ...(unknown.length > 0 && { unknown }) };
}

/** The tags at the end of a record's line; a tag may be in quotes, and `cf_tags=` may be a word of the comment before. */
function tagsOf(line: string): ReadonlySet<string> {
  const at = line.lastIndexOf("cf_tags=");
  if (at < 0 || !line.slice(0, at).includes(";")) return new Set();
  const tags = line.slice(at + "cf_tags=".length).trim();
  return new Set(tags.match(/(?:[^,"]|"(?:[^"\\]|\\.)*")+/g) ?? []);
}
