import { readJson } from "./json.js";
import { Proposal } from "./proposal.js";
import { providers } from "./providers.js";
import { dataOf } from "./structured.js";
import { fullName, type RecordSet, sideOf } from "./record-set.js";
import type { Place, Zone } from "./record.js";
import type { Format, Source } from "./source.js";
import { Branch, isList, type Tree } from "./tree.js";

/**
 * What Cloudflare's interface lists of a zone, one page or several in a list. Of which zone it is, older answers say; it is
 * all of the zone where every page is there.
 */
export const cloudflare: Format = {
  id: "cloudflare",
  detect: ({ octets }) => {
    const head = octets.slice(0, 65_536);
    return /^\s*[[{]/.test(head) && /"result"\s*:\s*\[/.test(head) && /"(?:content|proxied)"\s*:/.test(head);
  },
  read,
};

const provider = providers.cloudflare;

/** Keys of `data`, by type, in the order in which a master file has them. */
const keysOf: Readonly<Record<string, readonly string[]>> = {
  SRV: ["priority", "weight", "port", "target"],
  CAA: ["flags", "tag", "value"],
  TLSA: ["usage", "selector", "matching_type", "certificate"],
  SMIMEA: ["usage", "selector", "matching_type", "certificate"],
  DS: ["key_tag", "algorithm", "digest_type", "digest"],
  SSHFP: ["algorithm", "type", "fingerprint"],
  NAPTR: ["order", "preference", "flags", "service", "regex", "replacement"],
  HTTPS: ["priority", "target", "value"],
  SVCB: ["priority", "target", "value"],
};

function read(source: Source): Zone[] {
  const document = readJson(source);
  return document.read(([root]) => zonesOf(source, pagesOf(root), (entry) => document.placeOf(entry)));
}

function zonesOf(source: Source, pages: readonly Branch[], placeOf: (entry: Branch) => Place): Zone[] {
  const entries = pages.flatMap((page) => page.maps("result"));
  const proposal = new Proposal(source.file, "zone");
  for (const entry of entries) {
    const origin = fullName(entry.text("zone_name") ?? "") ?? source.origin ?? ".";
    const draft = proposal.zone(origin, provider);
    for (const set of setsOf(entry, fullName(entry.text("name") ?? ""), placeOf(entry)))
      draft.add(sideOf(set, provider, origin));
    proposal.count(1);
    if (origin === ".") draft.completeness = "partial";
  }
  const missing = missingPages(pages, entries.length);
  return proposal.zones("record").map((zone) => (missing ? partOf(zone, missing, source.file) : zone));
}

const pagesOf = (root: Tree | undefined): Branch[] =>
  (isList(root) ? root : [root]).filter((page) => page instanceof Branch);

/** What is told of pages that are not there. */
function missingPages(pages: readonly Branch[], found: number): string | undefined {
  const info = pages[0]?.map("result_info");
  const total = info?.number("total_count");
  if (total !== undefined) return total > found ? `${found} of ${total} records are in the file` : undefined;
  const count = info?.number("total_pages");
  if (count === undefined || count <= pages.length) return undefined;
  return `${pages.length} of ${count} pages are in the file`;
}

function partOf(zone: Zone, text: string, file: string): Zone {
  return { ...zone, completeness: "partial", notes: [{ file, line: 1, column: 1, text }, ...zone.notes] };
}

/** The record that an entry of the interface, or a resource of Terraform, is; two where the provider answers itself. */
export function setsOf(entry: Branch, name: string | undefined, place: Place): RecordSet[] {
  const type = entry.text("type")?.toUpperCase();
  const data = entry.map("data") ?? entry.maps("data")[0];
  const content = entry.text("content") ?? entry.text("value");
  const set: RecordSet = { name, type, ttl: entry.number("ttl"), values: [], place };
  if (entry.flag("proxied")) return answered(set, "proxied", type === "CNAME" ? content : undefined);
  if (type === "CNAME" && entry.map("settings")?.flag("flatten_cname")) return answered(set, "alias", content);
  const keys = type === undefined || !Object.hasOwn(keysOf, type) ? undefined : keysOf[type];
  if (keys && data)
    return [
      {
        ...set,
        values: dataOf(
          type!,
          keys.map((key) => data.text(key)),
        ),
      },
    ];
  if (content === undefined) return [{ ...set, why: "computed" }];
  if (type !== "MX") return [{ ...set, values: [content] }];
  return [{ ...set, values: [`${entry.number("priority") ?? 0} ${content}`] }];
}

/** Addresses that the provider answers with in place of the record. */
function answered(set: RecordSet, why: "proxied" | "alias", target: string | undefined): RecordSet[] {
  const alias = target === undefined ? undefined : fullName(target);
  return ["A", "AAAA"].map((type) => ({ ...set, type, why, ...(alias !== undefined && { alias }) }));
}
