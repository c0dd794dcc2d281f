import { bounds } from "../../bounds.js";
import { registrableDomain } from "../../data/public-suffixes.js";
import { absent, defineFact, isAbsent } from "../../fact.js";
import { isHostName } from "../../syntax/domain-name.js";
import { type Listing, domainListings } from "../listings.js";
import { messageParts } from "./parts.js";
import { outcomes } from "../outcomes.js";

/** The hosts that links and pictures of a message lead to, those first that come first. */
export const messageLinkHosts = defineFact({
  id: "message-link-hosts",
  of: "message",
  reaches: "file",
  async gather(of, { ask }) {
    const found = await ask(messageParts, of);
    if (isAbsent(found)) return found;
    const { text, html } = found;
    const urls = [
      ...(html?.links.map(({ href }) => href) ?? []),
      ...(html?.images.map(({ src }) => src) ?? []),
      ...urlsIn(text ?? ""),
    ];
    const hosts = [...new Set(urls.flatMap((url) => hostOf(url) ?? []))];
    return hosts.length > 0 ? hosts : absent("no link stands in the message");
  },
});

/** Blocklists that hold a host which a message leads to, or the domain it is in. */
export const messageLinkListings = defineFact({
  id: "message-link-listings",
  of: "message",
  async gather(of, { ask }) {
    const found = await ask(messageLinkHosts, of);
    if (isAbsent(found)) return found;
    const { hosts: most } = bounds.message;
    const names = [...new Set((await Promise.all(found.slice(0, most).map(entries))).flat())];
    const { learnt, unlearnt } = await outcomes(
      names.map(async (name) => ({ name, said: await ask(domainListings, name) })),
    );
    const known = learnt.flatMap(({ name, said }) =>
      isAbsent(said) ? [] : [{ name, lists: said.lists, listed: said.listed }],
    );
    const listed: (Listing & { name: string })[] = known.flatMap(({ name, listed: on }) =>
      on.map((one) => ({ name, ...one })),
    );
    if (unlearnt[0] && !listed.some(({ tier }) => tier === 1)) throw unlearnt[0];
    const nobody = learnt.find(({ said }) => isAbsent(said))?.said;
    if (known.length === 0 && nobody !== undefined && isAbsent(nobody)) return nobody;
    return {
      hosts: found.slice(0, most),
      left: Math.max(0, found.length - most),
      lists: known[0]?.lists ?? [],
      listed,
    };
  },
});

/** What lists may hold of a host: itself, and the domain that was registered. */
async function entries(host: string): Promise<string[]> {
  return [host, (await registrableDomain(host)) ?? host];
}

/** The name in a web address, in lower case; nothing for an address of another kind. */
function hostOf(url: string): string | undefined {
  const host = /^https?:\/\/(?:[^/?#@]*@)?([^/?#:@]+)/i.exec(url)?.[1]?.toLowerCase().replace(/\.$/, "");
  return host !== undefined && host.includes(".") && isHostName(host) && !/^[\d.]+$/.test(host) ? host : undefined;
}

const urlsIn = (text: string): string[] =>
  Array.from(text.matchAll(/\bhttps?:\/\/[^\s<>"']{1,2000}/gi), ([url]) => url).slice(0, bounds.message.links);
