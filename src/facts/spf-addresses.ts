import { absent, defineFact, isAbsent } from "../fact.js";
import { spfRecord } from "./spf-record.js";

/** Single addresses that the SPF record of a domain names by itself. */
export const spfAddresses = defineFact({
  id: "spf-addresses",
  of: "domain",
  async gather(name, { ask }) {
    const spf = await ask(spfRecord, name);
    if (isAbsent(spf) || spf.records.length !== 1) return absent(`${name} has no one SPF record`);
    const found = [...spf.records[0]!.matchAll(/(?:^| )\+?ip[46]:([0-9a-f.:]+)(?= |$)/gi)].map(([, ip]) =>
      ip!.toLowerCase(),
    );
    return found.length > 0 ? found : absent(`the SPF record of ${name} names no single address`);
  },
});
