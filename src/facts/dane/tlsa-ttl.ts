import { absent, defineFact, isAbsent } from "../../fact.js";
import { published } from "../published.js";
import { tlsa } from "./tlsa.js";

/** How long TLSA records may be kept, in seconds, as their zone publishes them; what a resolver has is counted down. */
export const tlsaTtl = defineFact({
  id: "tlsa-ttl",
  of: "host",
  async gather(host, tools) {
    const found = await tools.ask(tlsa, host);
    if (isAbsent(found)) return found;
    const { name, answer } = found;
    if (answer.aliases.length > 0) return absent(`${name} is an alias, so its records are another's`);
    const { signatures = [] } = await tools.dns(name, "TLSA", { cd: true, dnssec: true });
    const [signature] = signatures;
    if (signature) return { name, answer, ttl: signature.data.originalTtl }; // RFC 4034 §3.1.4
    const ttl = (await published(name, "TLSA", tools)).records[0]?.ttl;
    return ttl === undefined ? absent(`the name servers have no TLSA record at ${name}`) : { name, answer, ttl };
  },
});
