import { readJson } from "./json.js";
import { Proposal } from "./proposal.js";
import { providers } from "./providers.js";
import { fullName, nameIn, type RecordSet, sideOf } from "./record-set.js";
import type { Place, Zone } from "./record.js";
import type { Format, Source } from "./source.js";
import { dataOf } from "./structured.js";
import { Branch, isList, ShapeError, textOf, type Tree } from "./tree.js";

/**
 * What `az network dns record-set list` prints: all of a public zone, whose name is in the id of each record set. Keys are
 * spelt as each version of the interface likes them: TTL and ttl, MXRecords and mxRecords.
 */
export const azure: Format = {
  id: "azure",
  detect: ({ octets }) => {
    const head = octets.slice(0, 65_536);
    return /^\s*[[{]/.test(head) && /"type"\s*:\s*"Microsoft\.Network\/dnszones\//i.test(head);
  },
  read(source) {
    const document = readJson(source);
    return document.read(([root]) => zonesOf(source, setsIn(root), (entry) => document.placeOf(entry)));
  },
};

const provider = providers.azure;

/** The list itself, or an answer of the interface with one page of it. */
function setsIn(root: Tree | undefined): { sets: readonly Branch[]; more: boolean } {
  if (root instanceof Branch) return { sets: root.maps("value"), more: root.text("nextLink") !== undefined };
  const list = isList(root) ? root : [];
  const sets = list.filter((one) => one instanceof Branch);
  if (sets.length < list.length) throw new ShapeError("the list holds what is no record set", 0);
  return { sets, more: false };
}

function zonesOf(source: Source, { sets, more }: ReturnType<typeof setsIn>, placeOf: (entry: Branch) => Place): Zone[] {
  const proposal = new Proposal(source.file, more ? "partial" : "zone");
  for (const entry of sets) {
    const word = /\/dnszones\/([^/]+)\/[^/]+\/[^/]+$/i.exec(entry.text("id") ?? "")?.[1];
    const origin = fullName(word ?? "") ?? source.origin ?? ".";
    const draft = proposal.zone(origin, provider);
    draft.add(sideOf(setOf(entry, origin, placeOf(entry)), provider, origin));
    proposal.count(1);
    if (origin === ".") draft.completeness = "partial";
  }
  if (more)
    proposal.noteAll({ file: source.file, line: 1, column: 1, text: "the list goes on; it is not all of the zone" });
  return proposal.zones("record set");
}

/** The parts of each type, in the order in which a master file has them. */
const parts: Readonly<Record<string, readonly string[]>> = {
  A: ["ipv4Address"],
  AAAA: ["ipv6Address"],
  CAA: ["flags", "tag", "value"],
  CNAME: ["cname"],
  DS: ["keyTag", "algorithm", "digest.algorithmType", "digest.value"],
  MX: ["preference", "exchange"],
  NS: ["nsdname"],
  PTR: ["ptrdname"],
  SOA: ["host", "email", "serialNumber", "refreshTime", "retryTime", "expireTime", "minimumTTL"],
  SRV: ["priority", "weight", "port", "target"],
  TLSA: ["usage", "selector", "matchingType", "certAssociationData"],
};

function setOf(entry: Branch, origin: string, place: Place): RecordSet {
  const type = entry.text("type")?.split("/").at(-1)?.toUpperCase();
  const written = entry.text("name");
  const full = entry.text("fqdn");
  const name = full !== undefined ? fullName(full) : written === undefined ? undefined : nameIn(written, origin);
  const ttl = Number(textOf(find(entry, "ttl")));
  const set: RecordSet = { name, type, ttl: Number.isInteger(ttl) ? ttl : undefined, values: [], place };
  // Its own name for an alias: the addresses of a resource of Azure.
  const target = entry.map("targetResource");
  if (target?.text("id") !== undefined) return { ...set, why: "alias" };
  return { ...set, values: recordsOf(entry, type ?? "").flatMap((record) => valueOf(type ?? "", record)) };
}

/** The records of a set: a list of them, or one where a type has one. */
function recordsOf(entry: Branch, type: string): readonly (Tree | undefined)[] {
  const many = find(entry, `${type}Records`);
  if (isList(many)) return many;
  const one = find(entry, `${type}Record`) ?? many;
  return one === undefined || one === null ? [] : [one];
}

function valueOf(type: string, record: Tree | undefined): [string | undefined] {
  if (!(record instanceof Branch)) return [undefined];
  if (type === "TXT") {
    const strings = record.list("value").map(textOf);
    return [strings.some((text) => text === undefined) ? undefined : strings.join("")];
  }
  const keys = Object.hasOwn(parts, type) ? parts[type] : undefined;
  if (!keys) return [undefined];
  return dataOf(
    type,
    keys.map((key) => {
      const [outer, inner] = key.split(".") as [string, string?];
      const value = find(record, outer);
      return inner === undefined ? textOf(value) : value instanceof Branch ? textOf(find(value, inner)) : undefined;
    }),
  );
}

/** What a key stands for, however its letters are written. */
function find(branch: Branch, key: string): Tree | undefined {
  const name = branch.keys.find((one) => one.toLowerCase() === key.toLowerCase());
  return name === undefined ? undefined : branch.get(name);
}
