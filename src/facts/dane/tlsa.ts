import { absent, type Absent, defineFact, isAbsent } from "../../fact.js";
import { tlsaFault, tlsaForm } from "../../syntax/tlsa.js";
import { mailHosts } from "../mail-hosts.js";
import { outcomes } from "../outcomes.js";
import { checked, secured, type Secured } from "../dnssec/security.js";
import { hostSecurity } from "../dnssec/zone-security.js";

/** The TLSA records of a mail host for port 25, be they signed or not (RFC 6698 §3). */
export const tlsa = defineFact({
  id: "tlsa",
  of: "host",
  async gather(host, tools) {
    for (const base of await basesOf(host, tools)) {
      const name = `_25._tcp.${base}`;
      const { answer } = await checked(name, "TLSA", tools);
      if (answer.records.length === 0) continue;
      const records = answer.records.map(({ data }) => ({ ...data, form: tlsaForm(data), fault: tlsaFault(data) }));
      return { name, answer, records };
    }
    return absent(`${host} has no TLSA record for port 25`);
  },
});

/** Where senders look: at the end of the aliases of a mail host if all of them are signed, then at the host itself. */
async function basesOf(host: string, tools: Parameters<typeof checked>[2]): Promise<string[]> {
  const { answer } = await checked(host, "A", tools);
  const end = answer.ad ? answer.aliases.at(-1) : undefined;
  return end === undefined ? [host] : [end, host]; // RFC 7672 §2.2.3
}

/** Those that senders of mail can use; absent where there is none. */
export const usableTlsa = defineFact({
  id: "usable-tlsa",
  of: "host",
  async gather(host, { ask }) {
    const found = await ask(tlsa, host);
    if (isAbsent(found)) return found;
    const usable = found.records.filter(({ fault }) => fault === null);
    return usable.length > 0 ? { ...found, usable } : absent(`no TLSA record of ${host} is one that senders can use`);
  },
});

/** Whether senders can validate the TLSA records of a mail host, and the addresses of that (RFC 7672 §2.2.2). */
export const tlsaSecurity = defineFact({
  id: "tlsa-security",
  of: "host",
  async gather(host, tools) {
    const found = await tools.ask(tlsa, host);
    if (isAbsent(found)) return found;
    const { name, answer, records } = found;
    const { learnt, unlearnt } = await outcomes<Secured | Absent>([
      secured(name, "TLSA", tools),
      tools.ask(hostSecurity, host),
    ]);
    const known = learnt.flatMap((one) => (isAbsent(one) ? [] : one));
    const worst =
      known.find(({ security }) => security === "bogus") ?? known.find(({ security }) => security === "insecure");
    if (!worst && unlearnt[0]) throw unlearnt[0];
    const { security, bogus, gap } = worst ?? { security: "secure" as const, bogus: null, gap: null };
    const believed = known.every((one) => one.believed);
    return { name, answer, count: records.length, security, bogus, gap, believed };
  },
});

/** The TLSA records that senders go by, since they can validate them; absent where they cannot (RFC 7672 §2.2). */
export const dane = defineFact({
  id: "dane",
  of: "host",
  async gather(host, { ask }) {
    const [found, state] = await Promise.all([ask(tlsa, host), ask(tlsaSecurity, host)]);
    if (isAbsent(found)) return found;
    if (isAbsent(state)) return state;
    if (state.security !== "secure") return absent(`senders cannot validate the TLSA records of ${host}`);
    return { ...found, usable: found.records.filter(({ fault }) => fault === null) };
  },
});

/** The mail hosts of a domain with TLSA records, and those without; some of both is certain whatever others have. */
export const tlsaCover = defineFact({
  id: "tlsa-cover",
  of: "domain",
  async gather(name, { ask }) {
    const hosts = await ask(mailHosts, name);
    if (isAbsent(hosts)) return hosts;
    const { learnt, unlearnt } = await outcomes(
      hosts.map(async (host) => {
        const found = await ask(tlsa, host);
        return isAbsent(found) ? { host, answer: null } : { host, answer: found.answer };
      }),
    );
    const having = learnt.filter((one) => one.answer !== null);
    const lacking = learnt.filter((one) => one.answer === null).map(({ host }) => host);
    if ((having.length === 0 || lacking.length === 0) && unlearnt[0]) throw unlearnt[0];
    return { having: having.map(({ host }) => host), lacking, answers: having.map(({ answer }) => answer!) };
  },
});
