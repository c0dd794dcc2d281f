import { absent, defineFact } from "../fact.js";
import type { RecordType } from "../net/net.js";
import { published } from "./published.js";

/** How long the records that mail hangs on may be kept, in seconds, as their zone publishes them (RFC 1035 §3.2.1). */
export const mailTtls = defineFact({
  id: "mail-ttls",
  of: "domain",
  async gather(name, tools) {
    const questions: [string, RecordType][] = [
      [name, "MX"],
      [name, "TXT"],
      [`_dmarc.${name}`, "TXT"],
    ];
    const sets = await Promise.all(
      questions.map(async ([asked, type]) => {
        const seen = await tools.dns(asked, type);
        if (seen.records.length === 0 || seen.aliases.length > 0) return null;
        const [record] = (await published(asked, type, tools)).records;
        return record ? { name: asked, type, ttl: record.ttl } : null;
      }),
    );
    const found = sets.filter((set) => set !== null);
    return found.length > 0 ? found : absent(`${name} has no record of its own for mail`);
  },
});
