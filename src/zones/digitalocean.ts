import { problemsIn } from "../usage.js";
import { readJson } from "./json.js";
import { Proposal } from "./proposal.js";
import { providers } from "./providers.js";
import { nameIn, type RecordSet, sideOf } from "./record-set.js";
import type { Place, Zone } from "./record.js";
import type { Format, Source } from "./source.js";
import { dataOf } from "./structured.js";
import type { Branch } from "./tree.js";

/** What DigitalOcean's interface lists of a domain. It does not say of which. */
export const digitalocean: Format = {
  id: "digitalocean",
  detect: ({ octets }) => /^\s*\{[^]{0,65536}?"domain_records"\s*:/.test(octets.slice(0, 65_536)),
  read(source) {
    const document = readJson(source);
    return document.readMap((top) => listed(source, top, (entry) => document.placeOf(entry)));
  },
};

const provider = providers.digitalocean;

function listed(source: Source, top: Branch, placeOf: (entry: Branch) => Place): Zone[] {
  const { file, origin } = source;
  if (origin === undefined)
    throw problemsIn([
      { file, text: "which zone it is of is not known", hint: "the file does not say; name the zone" },
    ]);
  const entries = top.maps("domain_records");
  const total = top.map("meta")?.number("total");
  const goesOn = (total ?? 0) > entries.length || top.map("links")?.map("pages")?.text("next") !== undefined;
  const proposal = new Proposal(file, goesOn ? "partial" : "zone");
  const draft = proposal.zone(origin, provider);
  proposal.count(entries.length);
  for (const entry of entries)
    // The interface keeps the data of the SOA record to itself.
    if (entry.text("type") !== "SOA") draft.add(sideOf(setOf(entry, origin, placeOf(entry)), provider, origin));
  if (goesOn) draft.note({ file, line: 1, column: 1, text: "the list goes on; it is not all of the zone" });
  return proposal.zones("record");
}

function setOf(entry: Branch, origin: string, place: Place): RecordSet {
  const type = entry.text("type");
  const data = entry.text("data");
  const target = data === "@" ? `${origin}.` : data;
  const values: (string | undefined)[] =
    type === "MX"
      ? dataOf("MX", [entry.text("priority"), target])
      : type === "SRV"
        ? dataOf("SRV", [entry.text("priority"), entry.text("weight"), entry.text("port"), target])
        : type === "CAA"
          ? dataOf("CAA", [entry.text("flags"), entry.text("tag"), data])
          : [type === "TXT" ? data : target];
  const name = nameIn(entry.text("name") ?? "", origin);
  return { name, type, ttl: entry.number("ttl"), values, place };
}
