import { absent, defineFact, isAbsent } from "../fact.js";
import type { Certificate, Tls, Trust } from "../net/net.js";
import { coveringName } from "../syntax/host-name-match.js";
import { at } from "./smtp-session.js";
import { tls } from "./tls.js";

/** The certificate that a mail host shows behind STARTTLS, with those it sends along. */
export const certificate = defineFact({
  id: "certificate",
  of: "address",
  reaches: "smtp",
  deadline: tls.deadline!,
  async gather(of, { ask, now }) {
    const secured = await ask(tls, of);
    if (isAbsent(secured)) return secured;
    const { host, ip, chain, trust } = secured;
    const [leaf] = chain;
    if (!leaf) return absent(`${at(of)} shows no certificate`);
    return { host, ip, chain, trust, leaf, issuers: issuersOf(leaf, secured, now()) };
  },
});

/**
 * A certificate that an authority issued, and the one of its DNS names that stands for the host (RFC 9525 §6). Absent for
 * a self-signed one, which no sender can verify, whatever stands in it.
 */
export const issuedCertificate = defineFact({
  id: "issued-certificate",
  of: "address",
  reaches: "smtp",
  deadline: tls.deadline!,
  async gather(of, { ask }) {
    const shown = await ask(certificate, of);
    if (isAbsent(shown)) return shown;
    if (isSelfSigned(shown)) return absent(`the certificate of ${at(of)} is self-signed`);
    return { ...shown, name: coveringName(shown.leaf.names, of.host) ?? null };
  },
});

/** An issued certificate within its dates; absent before and after. */
export const currentCertificate = defineFact({
  id: "current-certificate",
  of: "address",
  reaches: "smtp",
  deadline: tls.deadline!,
  async gather(of, { ask, now }) {
    const issued = await ask(issuedCertificate, of);
    if (isAbsent(issued)) return issued;
    return isCurrent(issued.leaf, now()) ? issued : absent(`the certificate of ${at(of)} is outside its dates`);
  },
});

export const isSelfSigned = ({ trust }: { trust: Trust }): boolean => !trust.ok && trust.problem === "self-signed";

export const isCurrent = ({ notBefore, notAfter }: Certificate, now: number): boolean =>
  Date.parse(notBefore) <= now && now <= Date.parse(notAfter); // RFC 5280 §4.1.2.5

/**
 * The certificates sent along that lead up from a leaf, below the root; of two for one name, the one that is current. A
 * root that is trusted ends the way, also where the host sends it signed by an older one.
 */
function issuersOf(leaf: Certificate, { chain, trust }: Pick<Tls, "chain" | "trust">, now: number): Certificate[] {
  const found: Certificate[] = [];
  const isRoot = ({ selfSigned, subject }: Certificate): boolean => selfSigned || (trust.ok && trust.root === subject);
  for (let below = leaf; ;) {
    const named = chain.filter((one) => one.subject === below.issuer && one !== leaf && !found.includes(one));
    const next = named.find((one) => isCurrent(one, now)) ?? named[0];
    if (!next || named.some(isRoot)) return found;
    found.push(next);
    below = next;
  }
}
