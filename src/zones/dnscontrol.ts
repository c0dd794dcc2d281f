import { bounds } from "../bounds.js";
import { problemsIn } from "../usage.js";
import { providersOwn } from "./apex.js";
import type { Document } from "./document.js";
import { readJson } from "./json.js";
import { type Draft, Proposal } from "./proposal.js";
import { providers } from "./providers.js";
import { aliasTarget, emptySide, fullName, nameIn, type RecordSet, sideOf } from "./record-set.js";
import type { Place, Zone } from "./record.js";
import type { Format, Source } from "./source.js";
import { dataOf } from "./structured.js";
import { type Branch, ShapeError } from "./tree.js";
import { typeOf } from "./types.js";

/**
 * What `dnscontrol print-ir` writes: all zones of a configuration, each whole unless it is told to leave records alone.
 * Its configuration is code, which is not run here.
 */
export const dnscontrol: Format = {
  id: "dnscontrol",
  detect: ({ octets }) => ir.test(octets.slice(0, 4_096)) || report.test(octets.slice(0, 4_096)),
  read(source) {
    if (report.test(source.octets.slice(0, 4_096))) {
      const text = "what dnscontrol preview reports, in which records cannot be told apart";
      throw problemsIn([{ file: source.file, text, hint: "give what dnscontrol print-ir writes" }]);
    }
    const document = readJson(source);
    return document.readMap((top) => {
      const zones = top.maps("domains").map((domain) => zoneOf(domain, source, document));
      if (zones.length > 0) return zones;
      throw problemsIn([{ file: source.file, text: "no domain in it", hint: "is this the file you meant?" }]);
    });
  },
};

const ir = /^\s*\{\s*"(?:registrars|dns_providers)"\s*:\s*(?:\[|null)/;
const report = /^\s*\[\s*\{\s*"domain"\s*:[^{}[\]]{0,400}"corrections"\s*:/;

const provider = providers.dnscontrol;

/** Keys of the data of a type, in the order in which a master file has it; a number that is none is left out. */
const keysOf: Readonly<Record<string, readonly string[]>> = {
  MX: ["mxpreference", "target"],
  SRV: ["srvpriority", "srvweight", "srvport", "target"],
  CAA: ["caaflag", "caatag", "target"],
  TLSA: ["tlsausage", "tlsaselector", "tlsamatchingtype", "target"],
  SMIMEA: ["smimeausage", "smimeaselector", "smimeamatchingtype", "target"],
  SSHFP: ["sshfpalgorithm", "sshfpfingerprint", "target"],
  DS: ["dskeytag", "dsalgorithm", "dsdigesttype", "dsdigest"],
  DNSKEY: ["dnskeyflags", "dnskeyprotocol", "dnskeyalgorithm", "dnskeypublickey"],
  NAPTR: ["naptrorder", "naptrpreference", "naptrflags", "naptrservice", "naptrregexp", "target"],
  SOA: ["target", "soambox", "soaserial", "soarefresh", "soaretry", "soaexpire", "soaminttl"],
  SVCB: ["svcpriority", "target", "svcparams"],
  HTTPS: ["svcpriority", "target", "svcparams"],
};
const texts: ReadonlySet<string> = new Set([
  "target",
  "caatag",
  "dsdigest",
  "dnskeypublickey",
  "naptrflags",
  "naptrservice",
  "naptrregexp",
  "soambox",
  "svcparams",
]);

/** What providers have in place of records, and stands at no name. */
const rules = /^(?:CF_|CLOUDFLAREAPI_|PAGE_RULE$|WORKER_ROUTE$)/;

function zoneOf(domain: Branch, source: Source, document: Document): Zone {
  const origin = fullName(domain.text("name") ?? "");
  if (origin === undefined) throw new ShapeError("a domain without a name", domain.at);
  const proposal = new Proposal(source.file, "zone");
  const draft = proposal.zone(origin);
  const place = document.placeOf(domain);
  for (const record of domain.maps("records")) {
    proposal.count(1);
    addRecord(record, origin, draft, document.placeOf(record));
  }
  for (const one of domain.maps("nameservers")) {
    const values = [one.text("name")?.replace(/\.?$/, ".")];
    draft.add(sideOf({ name: origin, type: "NS", ttl: undefined, values, place }, provider, origin));
  }
  leaveAlone(domain, origin, draft, document);
  const tag = domain.text("tag");
  const [zone] = proposal.zones("domain");
  const unknown = [...(zone!.unknown ?? []), ...providersOwn(origin, zone!.records, place)];
  return { ...zone!, ...(unknown.length > 0 && { unknown }), ...(tag !== undefined && tag !== "" && { view: tag }) };
}

function addRecord(record: Branch, origin: string, draft: Draft, at: Place): void {
  const place = placeIn(record.text("filepos"), at);
  const type = record.text("type") ?? "";
  const label = record.text("name") ?? "@";
  const below = record.text("subdomain") ?? "";
  const name = nameIn(below === "" || below === "@" ? label : label === "@" ? below : `${label}.${below}`, origin);
  if (name === undefined) throw new ShapeError(`${JSON.stringify(label.slice(0, 80))} is no name`, record.at);
  if (rules.test(type))
    return draft.note({ ...place, text: `${type} at ${name} is a rule of the provider, and no record` });
  const set: RecordSet = { name, type, ttl: record.number("ttl") || undefined, values: valuesOf(record, type), place };
  if (type === "R53_ALIAS" || type === "AZURE_ALIAS") {
    const target = aliasTarget(record.text("target"), provider, origin);
    const named = { why: "alias" as const, ...(target !== undefined && { alias: target }) };
    return draft.add(
      sideOf({ ...set, type: record.map(type.toLowerCase())?.text("type"), ...named }, provider, origin),
    );
  }
  if (/^(?:on|full)$/.test(record.map("meta")?.text("cloudflare_proxy") ?? "") && /^(?:A|AAAA|CNAME)$/.test(type)) {
    for (const address of ["A", "AAAA"])
      draft.add(sideOf({ ...set, type: address, values: [], why: "proxied" }, provider, origin));
    return;
  }
  draft.add(sideOf(set, provider, origin));
}

function valuesOf(record: Branch, type: string): readonly (string | undefined)[] {
  const keys = Object.hasOwn(keysOf, type) ? keysOf[type] : undefined;
  if (!keys) return [record.text("target")];
  return dataOf(
    type,
    keys.map((key) => record.text(key) ?? (key === "target" ? undefined : texts.has(key) ? "" : "0")),
  );
}

/** What is told to be left as it is; of where that may be anything, the zone is a part. */
function leaveAlone(domain: Branch, origin: string, draft: Draft, document: Document): void {
  const place = document.placeOf(domain);
  const doubt = (text: string, at: Place = place): void => {
    draft.completeness = "partial";
    draft.note({ ...at, text });
  };
  if (domain.flag("keepunknown")) doubt("NO_PURGE: records that stand there and not here stay");
  if (domain.flag("ignore_external_dns")) doubt("IGNORE_EXTERNAL_DNS: records of external-dns stay");
  const raw = domain.maps("rawrecords").length;
  if (raw > 0) doubt(`${raw} records are not worked out yet; leave out --raw`);
  for (const one of domain.maps("unmanaged")) {
    const at = document.placeOf(one);
    const label = one.text("label_pattern") ?? "*";
    const types = (one.text("rType_pattern") ?? "*").split(",").map((word) => word.trim());
    const name = /^[\w@.-]+$/.test(label) ? nameIn(label, origin) : undefined;
    const shown = [label, types.join(" "), one.text("target_pattern") ?? "*"].join(" ").slice(0, bounds.shown);
    if (name === undefined) {
      doubt(`IGNORE ${shown}: records that it fits stay as they are`, at);
      continue;
    }
    draft.note({ ...at, text: `IGNORE ${shown}: what stands there stays, and is not known` });
    for (const word of types) {
      const type = typeOf(word)?.type;
      draft.add({ ...emptySide(), unknown: [{ ...at, name, ...(type && { type }), why: "published" }] });
    }
  }
  for (const one of domain.maps("recordsabsent"))
    draft.note({
      ...placeIn(one.text("filepos"), document.placeOf(one)),
      text: `ENSURE_ABSENT: ${one.text("name") ?? "@"} ${one.text("type") ?? ""} ${one.text("target") ?? ""} is removed`,
    });
  if (domain.map("dnsProviders")?.keys.length === 0)
    draft.note({ ...place, text: `${origin} is at no provider, so that none of it is published` });
}

/** Where a record is written: `[line:5:3]` in the main file, which is dnsconfig.js, or with the name of another one. */
function placeIn(position: string | undefined, place: Place): Place {
  const [, file, line, column] = /([^\s[\]:]{1,300}):(\d{1,7}):(\d{1,7})\]?$/.exec((position ?? "").slice(-400)) ?? [];
  if (file === undefined) return place;
  return { file: file === "line" ? "dnsconfig.js" : file, line: Number(line), column: Number(column) };
}
