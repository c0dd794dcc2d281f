import type { Key } from "../net/keyed.js";
import { blocklists } from "./blocklists.js";
import { endedLists } from "./ended-lists.js";

/** A DNS blocklist or allowlist: what it holds, what its answers mean, by which of them it refuses to, and who may ask. */
export interface Blocklist {
  zone: string;
  name: string;
  /** 1: mainstream receivers reject on a listing. 2: some weigh it. */
  tier: 1 | 2;
  /** Single entries for what they did; whole networks for what some in them did; entries to be trusted. */
  sort: "block" | "range" | "allow";
  holds: readonly Holding[];
  /** It holds registered domains, and no name below them. */
  registered?: true;
  /** Listings by their answer; `*` stands for any octet. */
  codes: Readonly<Record<string, Meaning>>;
  /** Listings by the bits of the last octet, for a list that answers with a sum. */
  bits?: Readonly<Record<number, Meaning>>;
  /** What the third octet says of an entry, for a list that tells it; with another one an answer is no listing. */
  kinds?: Readonly<Record<number, string>>;
  /** Answers that are no listing and no "not listed": the list will not tell us. `*` stands for any octet. */
  refusals?: Readonly<Record<string, string>>;
  /** Entries to try it by, where it has others than the standard has. */
  probe?: { listed: string; clean: string };
  /** The zone under which it answers holders of a key, a label before it, and the variable that the key is read from. */
  key?: { zone: string; env: string };
  /** It is no more, in words; it is not asked. */
  ended?: string;
  /** Who may ask. */
  access: string;
  /** Where a listing is looked up and its removal asked for. */
  delist: string;
  /** Asked unless the user names others. */
  standard: boolean;
  source: string;
  /** When the source was read. */
  date: string;
}

/** What a list can hold, and so what may be asked of it. */
export type Holding = "ip4" | "ip6" | "name";

export interface Meaning {
  means: string;
  /** Which of the lists that an answer of Spamhaus ZEN stands for. */
  part?: ZenPart;
}
export type ZenPart = "sbl" | "css" | "xbl" | "drop" | "pbl" | "pblByProvider" | "bcl";

/** The zones that are asked unless the user names others. */
export const standardLists: readonly string[] = blocklists.filter(({ standard }) => standard).map(({ zone }) => zone);

/** What is known of a zone; of one that is not in the table no more than the standard says (RFC 5782 §2.1). */
export const blocklist = (zone: string): Blocklist => blocklists.find((list) => list.zone === zone) ?? unlisted(zone);

const unlisted = (zone: string): Blocklist => ({
  ...endOf(zone),
  zone,
  name: zone,
  tier: 2,
  sort: "block",
  holds: ["ip4"],
  codes: { "127.0.0.2": { means: "listed" } },
  access: "not known",
  delist: zone,
  standard: false,
  source: "RFC 5782 §2.1",
  date: "2010-02",
});

function endOf(zone: string): Pick<Blocklist, "ended"> {
  const known = Object.keys(endedLists).find((ended) => zone === ended || zone.endsWith(`.${ended}`));
  return known === undefined ? {} : { ended: endedLists[known]! };
}

/** Keys by the zones of their lists, which are those in the table. */
export const keyedZones = (keys: Readonly<Record<string, string>>): Key[] =>
  blocklists.flatMap(({ zone, key }) => {
    const own = keys[zone];
    return key && own !== undefined ? [{ zone, under: key.zone, key: own }] : [];
  });

const keyZones = blocklists.flatMap(({ key }) => (key ? [key.zone] : []));
const withKey = new RegExp(
  `(?<![a-z0-9_-])[a-z0-9_-]+(?=\\.(?:${keyZones.join("|").replaceAll(".", "\\.")})\\b)`,
  "gi",
);

/** Text in which a key that stands before the zone it opens is left out. */
export const withoutKeys = (text: string): string => text.replace(withKey, "KEY");

/** The list whose key stands in a name. A key comes from the environment and stands nowhere else. */
export const listOfKeyIn = (text: string): Blocklist | undefined =>
  text.search(withKey) < 0 ? undefined : blocklists.find(({ key }) => key && text.toLowerCase().includes(key.zone));
