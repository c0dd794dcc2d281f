import { absent, defineFact, type Fact, isAbsent } from "../fact.js";
import type { Answer } from "../net/net.js";
import { genuine } from "./nxdomain.js";
import { outcomes } from "./outcomes.js";

/** The IPv4 addresses of a host, also where it has none. */
export const ipv4Addresses = defineFact({
  id: "ipv4-addresses",
  of: "host",
  async gather(name, { dns, ask }) {
    const answer = await dns(name, "A");
    await genuine(answer, { ask });
    return { answer, addresses: answer.records.map(({ data }) => data) };
  },
});

/** The IPv6 addresses of a host, also where it has none. */
export const ipv6Addresses = defineFact({
  id: "ipv6-addresses",
  of: "host",
  async gather(name, { dns, ask }) {
    const answer = await dns(name, "AAAA");
    await genuine(answer, { ask });
    return { answer, addresses: answer.records.map(({ data }) => data) };
  },
});

type Family = Fact<"host", { answer: Answer<"A"> | Answer<"AAAA">; addresses: string[] }>;
/** Both families, IPv4 first. */
export const families: readonly [Family, Family] = [ipv4Addresses, ipv6Addresses];

/** All addresses of a host. */
export const addresses = defineFact({
  id: "addresses",
  of: "host",
  async gather(name, { ask }) {
    const [a, aaaa] = await Promise.all([ask(ipv4Addresses, name), ask(ipv6Addresses, name)]);
    if (isAbsent(a)) return a;
    if (isAbsent(aaaa)) return aaaa;
    const all = [...a.addresses, ...aaaa.addresses];
    if (all.length === 0) return absent(`${name} has no address`);
    return { v4: a.addresses, v6: aaaa.addresses, all, answers: { a: a.answer, aaaa: aaaa.answer } };
  },
});

/** That a host has an address: one family is enough, so the other may be unknown. */
export const anyAddress = defineFact({
  id: "any-address",
  of: "host",
  async gather(name, { ask }) {
    const { learnt, unlearnt } = await outcomes(families.map((fact) => ask(fact, name)));
    const found = learnt.flatMap((one) => (isAbsent(one) ? [] : one.addresses));
    if (found.length > 0) return found;
    if (unlearnt[0]) throw unlearnt[0];
    return absent(`${name} has no address`);
  },
});

/** The addresses that stand at a domain's own name. */
export const ownAddresses = defineFact({
  id: "own-addresses",
  of: "domain",
  gather: (name, { ask }) => ask(anyAddress, name),
});
