import { blocklist } from "../../data/blocklist.js";
import { publicResolvers } from "../../data/public-resolvers.js";
import { defineFact, isAbsent } from "../../fact.js";
import { words } from "../../syntax/postfix/words.js";
import { postfixRestrictions } from "./relay.js";
import { postfixSeen } from "./seen.js";
import { postfixSettings } from "./settings.js";

/** A DNS blocklist that clients are looked up in, and where. */
export interface AskedList {
  zone: string;
  where: string;
  /** Only answers that are named count (=127.0.0.2). */
  filtered: boolean;
  /** It is no more, in words. */
  ended: string | null;
  spamhaus: boolean;
}

/** The DNS blocklists that smtpd(8) and postscreen(8) ask, and the resolvers by which, as far as they are public ones. */
export const postfixBlocklists = defineFact({
  id: "postfix-blocklists",
  of: "postfix",
  reaches: "file",
  async gather(of, { ask }) {
    const seen = await ask(postfixSeen, of);
    if (isAbsent(seen)) return seen;
    const found = await ask(postscreened, of);
    if (isAbsent(found)) return found;
    const restricted = await ask(postfixRestrictions, of);
    const inLists = isAbsent(restricted)
      ? []
      : restricted.services.flatMap(({ lists }) =>
          lists.flatMap(({ setting, restrictions }) =>
            restrictions.flatMap(({ name, argument }) =>
              argument !== undefined && /^(?:reject|permit)_(?:rbl|rhsbl|dnswl|rhswl)_/.test(name)
                ? [asked(argument, setting)]
                : [],
            ),
          ),
        );
    const { postscreen_dnsbl_sites: sites } = found;
    const postscreen = [sites.value, ...sites.services.map(({ value }) => value)].flatMap((value) =>
      words(value).map((word) => asked(word.replace(/\*-?\d+$/, ""), sites.name)),
    );
    const lists = [...new Map([...inLists, ...postscreen].map((one) => [`${one.zone} ${one.where}`, one])).values()];
    const resolvers = (seen.machine?.resolvers ?? []).flatMap((ip) =>
      Object.hasOwn(publicResolvers, ip) ? [`${publicResolvers[ip]!} (${ip})`] : [],
    );
    return { lists, publicResolvers: resolvers };
  },
});

const postscreened = postfixSettings("postscreen_dnsbl_sites");

function asked(argument: string, where: string): AskedList {
  const equals = argument.indexOf("=");
  const zone = (equals < 0 ? argument : argument.slice(0, equals)).toLowerCase().replace(/\.$/, "");
  const spamhaus = /(?:^|\.)spamhaus\.org$/.test(zone);
  return { zone, where, filtered: equals >= 0, ended: blocklist(zone).ended ?? null, spamhaus };
}
