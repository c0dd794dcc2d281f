/**
 * DNS blocklists: what each holds, what its answers mean, by which of them it refuses to answer, and who may ask. A short
 * set on purpose: lists that mainstream receivers use, alive, with documented codes. Every list is tried in each run
 * before it is believed (RFC 5782 §5).
 */
export interface Blocklist {
  zone: string;
  name: string;
  /** 1: mainstream receivers reject on a listing. 2: some weigh it. */
  tier: 1 | 2;
  holds: readonly Holding[];
  /** Listings by their answer. */
  codes: Readonly<Record<string, Meaning>>;
  /** Listings by the bits of the last octet, for a list that answers with a sum. */
  bits?: Readonly<Record<number, Meaning>>;
  /** Answers that are no listing and no "not listed": the list will not tell us. */
  refusals?: Readonly<Record<string, string>>;
  /** Entries to try it by, where it has others than the standard has. */
  probe?: { listed: string; clean: string };
  /** The zone under which it answers holders of a key, which stands before it as a label. */
  keyed?: string;
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
  /** What helps, where asking for removal does not. */
  remedy?: string;
}

const notForMail = "Send through your provider's mail server, or have the range's owner release the address.";
const lowVolume = "free at low volume, not through public resolvers";

export const blocklists: readonly Blocklist[] = [
  {
    zone: "zen.spamhaus.org",
    name: "Spamhaus ZEN",
    tier: 1,
    holds: ["ip4", "ip6"],
    codes: {
      "127.0.0.2": { means: "SBL, known source of spam" },
      "127.0.0.3": { means: "CSS, spam sent lately" },
      "127.0.0.4": { means: "XBL, infected or open to abuse" },
      "127.0.0.5": { means: "XBL, infected or open to abuse" },
      "127.0.0.6": { means: "XBL, infected or open to abuse" },
      "127.0.0.7": { means: "XBL, infected or open to abuse" },
      "127.0.0.9": { means: "DROP, hijacked or criminal network" },
      "127.0.0.10": { means: "PBL, not meant to send mail, says its provider", remedy: notForMail },
      "127.0.0.11": { means: "PBL, not meant to send mail", remedy: notForMail },
      "127.0.0.30": { means: "BCL, botnet controller" },
    },
    keyed: "zen.dq.spamhaus.net",
    access: lowVolume,
    delist: "https://check.spamhaus.org/",
    standard: true,
    source: "https://docs.spamhaus.com/datasets/docs/source/10-data-type-documentation/datasets/040-zones.html",
    date: "2026-11",
  },
  {
    zone: "bl.spamcop.net",
    name: "SpamCop",
    tier: 2,
    holds: ["ip4"],
    codes: { "127.0.0.2": { means: "reported as a source of spam lately" } },
    access: "open",
    delist: "https://www.spamcop.net/bl.shtml",
    standard: true,
    source: "https://www.spamcop.net/bl.shtml",
    date: "2026-11",
  },
  {
    zone: "psbl.surriel.com",
    name: "PSBL",
    tier: 2,
    holds: ["ip4"],
    codes: { "127.0.0.2": { means: "sent mail to spam traps" } },
    access: "open",
    delist: "https://psbl.org/",
    standard: true,
    source: "http://psbl.surriel.com/howto/",
    date: "2026-11",
  },
  {
    zone: "bl.mailspike.net",
    name: "Mailspike",
    tier: 2,
    holds: ["ip4"],
    codes: {
      "127.0.0.2": { means: "part of a spam wave now" },
      "127.0.0.10": { means: "worst reputation" },
      "127.0.0.11": { means: "very bad reputation" },
      "127.0.0.12": { means: "bad reputation" },
    },
    access: "free below 100,000 queries a day",
    delist: "https://mailspike.org/",
    standard: true,
    source: "https://mailspike.org/usage.html; levels: rspamd conf/modules.d/rbl.conf",
    date: "2026-11",
  },
  {
    zone: "dbl.spamhaus.org",
    name: "Spamhaus DBL",
    tier: 1,
    holds: ["name"],
    codes: {
      "127.0.1.2": { means: "low reputation, or used in spam" },
      "127.0.1.4": { means: "used for phishing" },
      "127.0.1.5": { means: "spreads malware" },
      "127.0.1.6": { means: "controls a botnet" },
      "127.0.1.102": { means: "broken into and used in spam" },
      "127.0.1.103": { means: "its redirector is used in spam" },
      "127.0.1.104": { means: "broken into and used for phishing" },
      "127.0.1.105": { means: "broken into and spreads malware" },
      "127.0.1.106": { means: "broken into and controls a botnet" },
    },
    refusals: { "127.0.1.255": "it holds names, and takes no questions about addresses" },
    probe: { listed: "dbltest.com", clean: "invalid" },
    keyed: "dbl.dq.spamhaus.net",
    access: lowVolume,
    delist: "https://check.spamhaus.org/",
    standard: true,
    source: "https://docs.spamhaus.com/datasets/docs/source/10-data-type-documentation/datasets/040-zones.html",
    date: "2026-11",
  },
  {
    zone: "multi.surbl.org",
    name: "SURBL",
    tier: 2,
    holds: ["name"],
    codes: {},
    bits: {
      4: { means: "DM, disposable mail" },
      8: { means: "PH, phishing" },
      16: { means: "MW, malware" },
      32: { means: "CT, click tracking" },
      64: { means: "ABUSE, spam and other abuse" },
      128: { means: "CR, broken into" },
    },
    refusals: { "127.0.0.1": "this resolver may not ask it" },
    probe: { listed: "surbl-org-permanent-test-point.com", clean: "invalid" },
    access: "free at low volume",
    delist: "https://surbl.org/",
    standard: true,
    source: "https://www.suped.com/learn/blocklists/surbl-multi-blacklist",
    date: "2026-11",
  },
  {
    zone: "multi.uribl.com",
    name: "URIBL",
    tier: 2,
    holds: ["name"],
    codes: {},
    bits: {
      2: { means: "black, used in spam" },
      4: { means: "grey, used in unwanted mail" },
      8: { means: "red, new and watched" },
    },
    refusals: { "127.0.0.1": "this resolver may not ask it" },
    probe: { listed: "test.uribl.com", clean: "invalid" },
    access: "not through public resolvers",
    delist: "https://uribl.com/",
    standard: false,
    source: "https://uribl.com/refused.shtml; bits: rspamd surbl module",
    date: "2026-11",
  },
  {
    zone: "b.barracudacentral.org",
    name: "Barracuda",
    tier: 2,
    holds: ["ip4"],
    codes: { "127.0.0.2": { means: "source of spam" } },
    access: "after registering the resolver's address",
    delist: "https://www.barracudacentral.org/rbl/removal-request",
    standard: false,
    source: "https://www.barracudacentral.org/rbl/how-to-use",
    date: "2026-11",
  },
];

/** The zones that are asked unless the user names others. */
export const standardLists: readonly string[] = blocklists.filter(({ standard }) => standard).map(({ zone }) => zone);

/** What is known of a zone; of one that is not in the table no more than the standard says (RFC 5782 §2.1). */
export function blocklist(zone: string): Blocklist {
  const found = blocklists.find((list) => list.zone === zone || (list.keyed && zone.endsWith(`.${list.keyed}`)));
  return { ...(found ?? unlisted(zone)), zone };
}

const unlisted = (zone: string): Blocklist => ({
  zone,
  name: zone,
  tier: 2,
  holds: ["ip4"],
  codes: { "127.0.0.2": { means: "listed" } },
  access: "not known",
  delist: zone,
  standard: false,
  source: "RFC 5782 §2.1",
  date: "2010-02",
});

/** A zone as it may be shown: a key that stands in it as its first label is left out. */
export const shownZone = (zone: string): string => zone.replace(/^[a-z0-9]{20,}\./i, "key.");
