import { type Blocklist, blocklist, type Holding, type Meaning } from "../data/blocklist.js";
import { registrableDomain } from "../data/public-suffixes.js";
import { type Absent, absent, defineFact, isAbsent, type Tools } from "../fact.js";
import { records } from "../exhibit.js";
import { type Answer, NetError } from "../net/net.js";
import { familyOf } from "../syntax/address.js";
import { consult, listTrials, refused, unheard } from "./list.js";
import { outcomes } from "./outcomes.js";

/** One list that holds the entry. */
export interface Listing {
  list: string;
  zone: string;
  tier: 1 | 2;
  meanings: Meaning[];
  delist: string;
  answer: Answer<"A">;
}

/** What the lists that were asked say of an entry. */
export interface Listings {
  lists: string[];
  listed: Listing[];
}

const zen = "zen.spamhaus.org";

/** What Spamhaus ZEN says of an address. */
export const zenListings = defineFact({
  id: "zen-listings",
  of: "ip",
  gather: (ip, tools) => sought(ip, ({ zone }) => zone === zen, "Spamhaus ZEN", tools),
});

/** The blocklists that hold an address, Spamhaus ZEN left out. */
export const listings = defineFact({
  id: "listings",
  of: "ip",
  gather: (ip, tools) => sought(ip, ({ sort, zone }) => sort === "block" && zone !== zen, "other blocklist", tools),
});

/** The lists that hold the network of an address, for what others in it did. */
export const rangeListings = defineFact({
  id: "range-listings",
  of: "ip",
  gather: (ip, tools) => sought(ip, ({ sort }) => sort === "range", "list of whole networks", tools),
});

/** The allowlists that hold an address. */
export const allowListings = defineFact({
  id: "allow-listings",
  of: "ip",
  gather: (ip, tools) => sought(ip, ({ sort }) => sort === "allow", "allowlist", tools),
});

/** The blocklists that hold a domain, of any message or record that names it. */
export const domainListings = defineFact({
  id: "domain-listings",
  of: "domain",
  async gather(name, tools) {
    // A list of names takes no questions about addresses; what asks them is refused.
    if (familyOf(name) !== undefined) return absent(`${name} is an address in place of a name`);
    return sought(name, ({ sort }) => sort === "block", "blocklist", tools);
  },
});

const held: Readonly<Record<Holding, string>> = { ip4: "IPv4 addresses", ip6: "IPv6 addresses", name: "names" };

/**
 * Asks each list that can hold the entry. A listing is certain whatever other lists do; "on none" only when all of them
 * have answered, and a listing on a minor list does not cover for a major one that has not.
 */
async function sought(
  entry: string,
  wanted: (list: Blocklist) => boolean,
  what: string,
  tools: Pick<Tools, "ask" | "dns" | "here">,
): Promise<Listings | Absent> {
  const holding = holdingOf(entry);
  const all = [...new Set(tools.here.lists)].map(blocklist).filter(wanted);
  if (all.length === 0) return absent(`no ${what} is asked`.replace("no Spamhaus ZEN is", "Spamhaus ZEN is not"));
  const lists = all.filter(({ holds }) => holds.includes(holding));
  if (lists.length === 0) return absent(`no ${what} that is asked holds ${held[holding]}`);
  const each = await Promise.all(
    lists.map(async (list) => ({ list, ...(await outcomes([lookUp(list, holding, entry, tools)])) })),
  );
  const listed = each.flatMap(({ learnt }) => learnt).filter((one) => one !== null);
  const silent = each.flatMap(({ list, unlearnt }) => unlearnt.map((error) => ({ list, error })));
  const worst = Math.min(...listed.map(({ tier }) => tier));
  if (silent.some(({ list }) => list.tier < worst)) throw partly(listed, silent, lists.length);
  return { lists: lists.map(({ name }) => name), listed };
}

function holdingOf(entry: string): Holding {
  const family = familyOf(entry);
  return family === undefined ? "name" : family === 6 ? "ip6" : "ip4";
}

async function lookUp(
  list: Blocklist,
  holding: Holding,
  entry: string,
  tools: Pick<Tools, "ask" | "dns" | "here">,
): Promise<Listing | null> {
  const tried = await tools.ask(listTrials[holding], list.zone);
  if (isAbsent(tried) || tried.trial !== "works") {
    const why = isAbsent(tried) ? tried.reason : (tried.ended ?? untrusted[tried.trial as keyof typeof untrusted]);
    throw unheard(list, "malformed", why, ["take it off the lists to ask"]);
  }
  const name = (list.registered && (await registrableDomain(entry))) || entry;
  const { said, answer } = await consult(list, holding, name, tools);
  switch (said.is) {
    case "clean":
      return null;
    case "listed": {
      const { name, zone, tier, delist } = list;
      return { list: name, zone, tier, meanings: said.meanings, delist, answer };
    }
    case "refused":
      throw refused(list, said, answer.server);
    case "undocumented":
      throw unheard(list, "malformed", `answers ${said.codes.join(", ")}, which it does not document`);
    default:
      throw unheard(list, "malformed", `answers ${said.address}, which no list does`);
  }
}

const untrusted = {
  everything: "lists even what it must not, so its listings say nothing",
  nothing: "lacks its own test entry, so its silence says nothing",
  parked: "answers with an address of something else, so its zone is lost",
};

/** Some lists have answered and some not, and what is missing could change the verdict. */
function partly(
  listed: readonly Listing[],
  silent: readonly { list: Blocklist; error: NetError }[],
  asked: number,
): NetError {
  const first = silent[0]!.error;
  const heard = asked - silent.length;
  const so = listed.length > 0 ? `listed by ${listed.map(({ list }) => list).join(", ")}` : `on none of ${heard} lists`;
  const missing = silent.map(({ error }) => error.message).join("; ");
  return new NetError(first.code, heard > 0 ? `${so}, but ${missing}` : missing, {
    ...(first.because && { because: first.because }),
    ...(listed.length > 0 && { seen: listed.map(({ answer }) => records(answer)) }),
  });
}
