import { absent, defineFact, isAbsent } from "../../fact.js";
import { dmarcPolicy } from "./policy.js";
import { organizationalDomain } from "./organizational-domain.js";
import { outcomes } from "../outcomes.js";

const undeclared =
  "neither a domain of MAIL FROM nor one of DKIM is declared; --mail-from DOMAIN and --signing DOMAIN declare them";

/** A domain that vouches for mail by SPF or DKIM, and whether it aligns with the domain in From. */
export interface Identifier {
  by: "spf" | "dkim";
  name: string;
  aligned: boolean;
}

/** Which of the declared domains in MAIL FROM and d= align with the domain in From (RFC 9989 §4.4, §4.10.2). */
export const alignment = defineFact({
  id: "alignment",
  of: "identifiers",
  async gather({ domain, mailFrom, signing }, { ask }) {
    if (mailFrom.length + signing.length === 0) return absent(undeclared);
    const found = await ask(dmarcPolicy, domain);
    if (isAbsent(found)) return found;
    const { record, answer } = found;
    const sharesOrganization = async (name: string): Promise<boolean> => {
      const [own, other] = await Promise.all([ask(organizationalDomain, domain), ask(organizationalDomain, name)]);
      return own === other;
    };
    const identifier = async (by: Identifier["by"], name: string): Promise<Identifier> => {
      const strict = (by === "spf" ? record.aspf : record.adkim) === "s";
      return { by, name, aligned: name === domain || (!strict && (await sharesOrganization(name))) };
    };
    const all = [
      ...mailFrom.map((name) => ({ by: "spf" as const, name })),
      ...signing.map((name) => ({ by: "dkim" as const, name })),
    ];
    const { learnt, unlearnt } = await outcomes(all.map(({ by, name }) => identifier(by, name)));
    // One that aligns is enough, whatever is not known of the others.
    if (unlearnt[0] && !learnt.some(({ aligned }) => aligned)) throw unlearnt[0];
    const unknown = all.filter((one) => !learnt.some(({ by, name }) => by === one.by && name === one.name));
    const declared = { spf: mailFrom.length > 0, dkim: signing.length > 0 };
    return { answer, record, identifiers: learnt, unknown, declared };
  },
});
