import { type Blocklist, blocklist, type Holding, type Meaning, shownZone } from "../data/blocklists.js";
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

/** The blocklists that hold an address. */
export const listings = defineFact({
  id: "listings",
  of: "ip",
  gather: (ip, tools) => sought(ip, familyOf(ip) === 6 ? "ip6" : "ip4", tools),
});

/** The blocklists that hold a domain. */
export const domainListings = defineFact({
  id: "domain-listings",
  of: "domain",
  gather: (name, tools) => sought(name, "name", tools),
});

const held: Readonly<Record<Holding, string>> = { ip4: "IPv4 addresses", ip6: "IPv6 addresses", name: "names" };

/**
 * Asks each list that can hold the entry. A listing is certain whatever other lists do; "on none" only when all of them
 * have answered, and a listing on a minor list does not cover for a major one that has not.
 */
async function sought(
  entry: string,
  holding: Holding,
  tools: Pick<Tools, "ask" | "dns" | "here">,
): Promise<{ lists: string[]; listed: Listing[] } | Absent> {
  const zones = [...new Set(tools.here.lists.map(shownZone))];
  if (zones.length === 0) return absent("no blocklist is asked");
  const lists = zones.map(blocklist).filter(({ holds }) => holds.includes(holding));
  if (lists.length === 0) return absent(`no blocklist that is asked holds ${held[holding]}`);
  const each = await Promise.all(
    lists.map(async (list) => ({ list, ...(await outcomes([lookUp(list, holding, entry, tools)])) })),
  );
  const listed = each.flatMap(({ learnt }) => learnt).filter((one) => one !== null);
  const silent = each.flatMap(({ list, unlearnt }) => unlearnt.map((error) => ({ list, error })));
  const worst = Math.min(...listed.map(({ tier }) => tier));
  if (silent.some(({ list }) => list.tier < worst)) throw partly(listed, silent, lists.length);
  return { lists: lists.map(({ name }) => name), listed };
}

async function lookUp(
  list: Blocklist,
  holding: Holding,
  entry: string,
  tools: Pick<Tools, "ask" | "dns" | "here">,
): Promise<Listing | null> {
  const tried = await tools.ask(listTrials[holding], list.zone);
  if (isAbsent(tried) || tried.trial !== "works") {
    const why = isAbsent(tried) ? tried.reason : untrusted[tried.trial as keyof typeof untrusted];
    throw unheard(list, "malformed", why, ["take it off the lists to ask"]);
  }
  const { said, answer } = await consult(list, holding, entry, tools);
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
