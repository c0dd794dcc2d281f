import { absent, defineFact, isAbsent } from "../fact.js";
import { isAddress } from "../syntax/address.js";
import { isSpf } from "../syntax/spf.js";
import { joined } from "../syntax/record.js";
import { addresses } from "./addresses.js";
import { banner } from "./banner.js";
import { mailHosts } from "./mail-hosts.js";
import { reverse } from "./ptr.js";

/**
 * The name that an address most likely sends with in EHLO (RFC 5321 §4.1.1.1). It is seen in mail only; where the address
 * is that of one of the domain's own mail hosts, its greeting shows the name that it has for itself.
 */
export const helo = defineFact({
  id: "helo",
  of: "sender",
  reaches: "smtp",
  deadline: banner.deadline!,
  async gather({ ip, domain }, { ask }) {
    const hosts = await ask(mailHosts, domain);
    for (const host of isAbsent(hosts) ? [] : hosts) {
      const at = await ask(addresses, host);
      if (isAbsent(at) || !at.all.includes(ip)) continue;
      const greeted = await ask(banner, { host, ip });
      if (isAbsent(greeted)) return greeted;
      const { port, steps, name, qualified } = greeted;
      return { host, ip, port, steps, name: name.toLowerCase(), qualified, literal: name.startsWith("[") };
    }
    return absent(`${ip} takes no mail for ${domain}; the name that it sends with shows in its mail only`);
  },
});

/** The name alone, where it can be looked up. */
export const heloName = defineFact({
  id: "helo-name",
  of: "sender",
  reaches: "smtp",
  deadline: helo.deadline!,
  async gather(of, { ask }) {
    const found = await ask(helo, of);
    if (isAbsent(found)) return found;
    const { name, qualified, literal } = found;
    return qualified && !literal && !isAddress(name) ? { name } : absent(`${of.ip} greets without a host name`);
  },
});

/** Where that name leads. */
export const heloAddresses = defineFact({
  id: "helo-addresses",
  of: "sender",
  reaches: "smtp",
  deadline: helo.deadline!,
  async gather(of, { ask }) {
    const found = await ask(heloName, of);
    if (isAbsent(found)) return found;
    const at = await ask(addresses, found.name);
    return { name: found.name, addresses: isAbsent(at) ? [] : at.all };
  },
});

/** That name beside those of the address. */
export const heloPointers = defineFact({
  id: "helo-pointers",
  of: "sender",
  reaches: "smtp",
  deadline: helo.deadline!,
  async gather(of, { ask }) {
    const [found, pointers] = [await ask(heloName, of), await ask(reverse, of.ip)];
    if (isAbsent(found)) return found;
    if (isAbsent(pointers)) return pointers;
    if (pointers.names.length === 0) return absent(`${of.ip} has no PTR record`);
    return { name: found.name, names: pointers.names, answer: pointers.answer };
  },
});

/** The SPF record of that name, by which mail without a sender is judged (RFC 7208 §2.3). */
export const heloSpf = defineFact({
  id: "helo-spf",
  of: "sender",
  reaches: "smtp",
  deadline: helo.deadline!,
  async gather(of, { ask, dns }) {
    const found = await ask(heloName, of);
    if (isAbsent(found)) return found;
    const answer = await dns(found.name, "TXT");
    const records = answer.records.map(({ data }) => joined(data)).filter(isSpf);
    return { name: found.name, answer, records };
  },
});
