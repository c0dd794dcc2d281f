import { bounds } from "../bounds.js";
import { absent, defineFact, isAbsent } from "../fact.js";
import { genericWords } from "../data/generic-names.js";
import { familyOf, reversed, sameAddress } from "../syntax/address.js";
import { labelsOf } from "../syntax/domain-name.js";
import { embedsAddress } from "../syntax/embedded-address.js";
import { hostForm } from "../syntax/host-form.js";
import { families } from "./addresses.js";
import { outcomes } from "./outcomes.js";

/** The PTR records of an address, also where there are none (RFC 1035 §3.5, RFC 3596 §2.5). */
export const reverse = defineFact({
  id: "reverse",
  of: "ip",
  async gather(ip, { dns }) {
    const answer = await dns(reversed(ip), "PTR");
    return { answer, names: [...new Set(answer.records.map(({ data }) => data))] };
  },
});

/** The names that an address says it has, with what each looks like. */
export const ptr = defineFact({
  id: "ptr",
  of: "ip",
  async gather(ip, { ask }) {
    const found = await ask(reverse, ip);
    if (isAbsent(found)) return found;
    if (found.names.length === 0) return absent(`${ip} has no PTR record`);
    const names = found.names.map((name) => ({ name, form: hostForm(name), signs: signsOf(name, ip) }));
    return { answer: found.answer, names };
  },
});

/** By what a name shows that nobody chose it; in the part a provider makes up, not in the provider's own name. */
function signsOf(name: string, ip: string): string[] {
  const made = labelsOf(name).slice(0, -2);
  const words = made.flatMap((label) => label.toLowerCase().split(/[^a-z]+/));
  const known = genericWords.filter(({ word }) => words.includes(word));
  return [
    ...(embedsAddress(made.join("."), ip) ? ["spells its address"] : []),
    ...known.map(({ word, means }) => `has "${word}", as ${means} do`),
  ];
}

/**
 * Where the PTR names of an address lead, in its own family: forward-confirmed where one leads back. No more names are
 * asked than SPF does (RFC 7208 §5.5). Certain as soon as one leads back, and else only when all have answered.
 */
export const forward = defineFact({
  id: "forward",
  of: "ip",
  async gather(ip, { ask }) {
    const found = await ask(ptr, ip);
    if (isAbsent(found)) return found;
    const family = families[familyOf(ip) === 6 ? 1 : 0];
    const { learnt, unlearnt } = await outcomes(
      found.names.slice(0, bounds.spf.ptrNames).map(async ({ name }) => ({ name, at: await ask(family, name) })),
    );
    const names = learnt.flatMap(({ name, at }) => (isAbsent(at) ? [] : [{ name, ...at }]));
    const confirmed = names.find(({ addresses }) => addresses.some((one) => sameAddress(one, ip)))?.name ?? null;
    if (confirmed === null && unlearnt[0]) throw unlearnt[0];
    return { confirmed, names };
  },
});
