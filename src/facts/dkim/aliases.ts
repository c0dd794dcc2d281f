import { absent, defineFact } from "../../fact.js";

/** Where the CNAME records of a selector lead, as a provider that keeps the key has them set. */
export const dkimAliases = defineFact({
  id: "dkim-aliases",
  of: "selector",
  async gather(name, { dns }) {
    const answer = await dns(name, "TXT");
    const { aliases, rcode, records, loop = false } = answer;
    if (aliases.length === 0 && !loop) return absent(`${name} is no alias`);
    const target = aliases.at(-1) ?? name;
    return { answer, aliases, target, loop, exists: rcode === "NOERROR", leads: records.length > 0 };
  },
});
