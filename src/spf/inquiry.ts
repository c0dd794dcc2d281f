import type { Branch } from "../finding.js";
import type { Net } from "../net/net.js";
import { overlay } from "../net/overlay.js";
import { familyOf } from "../syntax/address.js";
import { Networks } from "../syntax/networks.js";
import { quote } from "../syntax/rdata.js";
import { type Edit, editSpf } from "./edit.js";
import { flatten, type Flattened, type Proposed, type Refused } from "./flatten.js";
import { type Picture, pictureOf, recordsOf, type Result, resultOf } from "./picture.js";

/** What is asked about the SPF record of a domain. */
export interface Wish extends Edit {
  ips: readonly string[];
  sender: string;
  helo: string;
  flatten: boolean;
}

/** A record of the domain, published or proposed, and all that follows from it. Plain, so that it can be JSON. */
export interface Look {
  record: string;
  ttl: number;
  server: string;
  lookups: number;
  voids?: { v4: number; v6: number };
  tree: Branch;
  problems: string[];
  unknown: string[];
  /** Who may send; left out where a part of it could not be learnt. */
  who?: Who;
  /** Terms by which others may send, as the message has it. */
  open: string[];
  results: Result[];
}

/** Addresses, counted by family, and as networks. */
export interface Who {
  v4: number;
  v6: number;
  networks: string[];
}

/** A change that is not published yet, and what it comes to. */
export interface Change {
  /** Records to publish. */
  records: Proposed[];
  /** The same as lines of a zone file; a string holds 255 octets at most (RFC 7208 §3.3). */
  zone: string[];
  look: Look;
  /** Who may send that could not before, and the other way round; left out where that is not known. */
  gained?: Who;
  lost?: Who;
}

export interface Inquiry {
  domain: string;
  /** Why there is no record to look at. */
  none?: string;
  published?: Look;
  edited?: Change;
  flattened?: (Change & Omit<Flattened, "records">) | Refused;
  /** 0 all is well, 1 something is wrong, 3 nothing is wrong but something is unknown. */
  exit: 0 | 1 | 3;
}

/** Where a domain without a record begins, when terms are added. */
const blank = "v=spf1 ~all";
/** Seconds; of records that are only proposed. */
const ttl = 3600;

/** Looks at the record of a domain as it is, with a change, and flattened. Throws a UsageError for a change that cannot be. */
export async function inquire(domain: string, wish: Wish, net: Net): Promise<Inquiry> {
  const now = await pictureOf(domain, net);
  const edits = wish.add.length + wish.remove.length > 0;
  if ("none" in now) {
    const begin = !now.unknown && wish.add.length > 0 && (await recordsOf(domain, net)).length === 0;
    if (!begin) return { domain, none: now.none, exit: now.unknown ? 3 : 1 };
  }
  const before = "none" in now ? undefined : now;
  const published = before && { ...lookOf(before), results: await resultsOf(domain, wish, net) };
  let last = before;
  let beneath = net;
  let edited: Change | undefined;
  if (edits) {
    const records = [{ name: domain, record: editSpf(before?.record ?? blank, wish) }];
    beneath = proposed(net, records);
    last = (await pictureOf(domain, beneath)) as Picture;
    edited = await changeOf(records, last, before, wish, beneath);
  }
  const flattened = wish.flatten ? await flattenedOf(domain, last!, wish, beneath) : undefined;
  return {
    domain,
    ...("none" in now && { none: now.none }),
    ...(published && { published }),
    ...(edited && { edited }),
    ...(flattened && { flattened }),
    exit: exitOf((flattened && "look" in flattened ? flattened : edited)?.look ?? published!, flattened),
  };
}

async function flattenedOf(
  domain: string,
  from: Picture,
  wish: Wish,
  net: Net,
): Promise<NonNullable<Inquiry["flattened"]>> {
  if (!from.resolved) return { refused: `not all of it is known: ${from.unknown.join("; ")}`, because: "unknown" };
  const found = flatten(domain, from.resolved);
  if ("refused" in found) return found;
  const { records, ...made } = found;
  const beneath = proposed(net, records);
  const picture = (await pictureOf(domain, beneath)) as Picture;
  return { ...(await changeOf(records, picture, from, wish, beneath)), ...made };
}

const proposed = (net: Net, records: readonly Proposed[]): Net =>
  overlay(net, [
    {
      origin: ".",
      whole: false,
      records: records.map(({ name, record }) => ({ name, type: "TXT", ttl, data: stringsOf(record) })),
    },
  ]);

const stringsOf = (record: string): string[] => record.match(/[^]{1,255}/g) ?? [""];

async function changeOf(
  records: Proposed[],
  after: Picture,
  before: Picture | undefined,
  wish: Wish,
  net: Net,
): Promise<Change> {
  const pass = after.decision?.["+"];
  const was = before ? before.decision?.["+"] : Networks.none;
  return {
    records,
    zone: records.map(({ name, record }) => `${name}. TXT ${stringsOf(record).map(quote).join(" ")}`),
    look: { ...lookOf(after), results: await resultsOf(after.domain, wish, net) },
    ...(pass && was && { gained: whoOf(pass.without(was)), lost: whoOf(was.without(pass)) }),
  };
}

function lookOf({ record, ttl, server, lookups, voids, tree, problems, unknown, open, decision }: Picture) {
  const who = decision && { who: whoOf(decision["+"]) };
  return { record, ttl, server, lookups, ...(voids && { voids }), tree, problems, unknown, open, ...who };
}

const whoOf = (set: Networks): Who => ({ v4: set.count(4), v6: set.count(6), networks: set.cidrs() });

const resultsOf = (domain: string, { ips, sender, helo }: Wish, net: Net): Promise<Result[]> =>
  Promise.all(ips.map((ip) => resultOf({ ip, domain, sender, helo }, net)));

/** By the record as it is to be in the end. */
function exitOf({ problems, unknown, results }: Look, flattened: Inquiry["flattened"]): Inquiry["exit"] {
  const bad = results.some(({ result }) => result !== "pass" && result !== "unknown");
  const full = flattened && "refused" in flattened && flattened.because === "room";
  if (problems.length > 0 || bad || full) return 1;
  return unknown.length > 0 || results.some(({ result }) => result === "unknown") ? 3 : 0;
}

/** Whether a word is an address of a client. */
export const isClient = (text: string): boolean => familyOf(text) !== undefined;
