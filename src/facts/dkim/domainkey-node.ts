import { defineFact } from "../../fact.js";

/**
 * Whether there is something at or below `_domainkey` of a domain, as its name servers have it: a name above others
 * exists (RFC 8020 §2). Some servers deny it all the same, and a wildcard affirms it of every name.
 */
export const domainkeyNode = defineFact({
  id: "domainkey-node",
  of: "domain",
  async gather(name, { dns }) {
    const answer = await dns(`_domainkey.${name}`, "TXT");
    return { answer, exists: answer.rcode === "NOERROR" };
  },
});
