import { absent, defineFact, isAbsent } from "../../fact.js";
import { type Certificate, NetError } from "../../net/net.js";
import { standsFor } from "../../syntax/tlsa.js";
import { certificate } from "../certificate.js";
import { outcomes } from "../outcomes.js";
import { at } from "../smtp-session.js";
import { dane } from "./tlsa.js";

/** Usages of TLSA records (RFC 7218 §2.1). */
const [daneTa, daneEe] = [2, 3];

/** What of a mail host's chain the TLSA records that senders go by stand for; the first of each usage that does. */
const comparison = defineFact({
  id: "dane-comparison",
  of: "address",
  reaches: "smtp",
  deadline: certificate.deadline!,
  async gather(of, { ask }) {
    const showing = outcomes([ask(certificate, of)]);
    const records = await ask(dane, of.host);
    if (isAbsent(records)) return records; // certain, whatever becomes of the session
    const { learnt, unlearnt } = await showing;
    const [shown] = learnt;
    if (shown === undefined) throw unlearnt[0];
    if (isAbsent(shown)) return shown;
    const { host, ip, chain, leaf, trust } = shown;
    const { name, answer, usable } = records;
    if (usable.length === 0) return absent(`no TLSA record of ${host} is one that senders can use`);
    const above = pathAbove(leaf, chain);
    let ee: string | null = null;
    let ta: { form: string; issuer: string } | null = null;
    for (const record of usable) {
      if (record.usage === daneEe && (await standsFor(record, leaf))) ee ??= record.form;
      if (record.usage !== daneTa) continue;
      for (const one of above)
        if (await standsFor(record, one)) ta ??= { form: record.form, issuer: one.commonName ?? one.subject };
    }
    const unsound = !trust.ok && ["bad-signature", "not-a-ca", "purpose"].includes(trust.problem);
    if (ta && !ee && unsound) throw new NetError("tls", `the chain of ${at(of)} to ${ta.issuer} is not sound`);
    const forms = usable.map(({ form }) => form);
    const onlyTa = usable.every(({ usage }) => usage === daneTa);
    return { host, ip, chain, leaf, name, answer, forms, onlyTa, ee, ta };
  },
});

/**
 * How the certificate of a mail host stands to its TLSA records. Absent where they are all of an authority (DANE-TA) that
 * is not sent along.
 */
export const daneMatch = defineFact({
  id: "dane-match",
  of: "address",
  reaches: "smtp",
  deadline: certificate.deadline!,
  async gather(of, { ask }) {
    const found = await ask(comparison, of);
    if (isAbsent(found) || !found.onlyTa || found.ta) return found;
    return absent(`the TLSA records of ${of.host} are all of authorities, none of which ${at(of)} sends along`);
  },
});

/** The authority that TLSA records of a mail host stand for; absent where none does, or one is of the host's own key. */
export const daneIssuer = defineFact({
  id: "dane-issuer",
  of: "address",
  reaches: "smtp",
  deadline: certificate.deadline!,
  async gather(of, { ask }) {
    const found = await ask(comparison, of);
    if (isAbsent(found)) return found;
    if (found.ee !== null) return absent(`a TLSA record of ${of.host} is of the certificate itself`);
    return found.onlyTa || found.ta ? found : absent(`no TLSA record of ${of.host} fits`);
  },
});

/**
 * What DANE makes of faults in a certificate, for checks that find fault with one anyway: where a record of the key itself
 * matches, senders look at neither name nor dates (RFC 7672 §3.1.1); where one of an authority does, at both (§3.1.2).
 */
export const daneMode = defineFact({
  id: "dane-mode",
  of: "address",
  reaches: "smtp",
  deadline: certificate.deadline!,
  async gather(of, { ask }): Promise<{ mode: "ee" | "ta" | "none" | "unknown" }> {
    try {
      const found = await ask(comparison, of);
      if (isAbsent(found)) return { mode: "none" };
      return { mode: found.ee !== null ? "ee" : found.ta ? "ta" : "none" };
    } catch (error) {
      if (error instanceof NetError) return { mode: "unknown" };
      throw error;
    }
  },
});

/** The certificates sent along that lead up from a leaf, its root included. */
function pathAbove(leaf: Certificate, chain: readonly Certificate[]): Certificate[] {
  const found: Certificate[] = [];
  for (let below = leaf; !below.selfSigned;) {
    const next = chain.find((one) => one.subject === below.issuer && one !== leaf && !found.includes(one));
    if (!next) break;
    found.push(next);
    below = next;
  }
  return found;
}
