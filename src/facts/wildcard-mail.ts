import { absent, defineFact } from "../fact.js";
import { joined } from "../syntax/record.js";
import { isSpf } from "../syntax/spf.js";

/**
 * What a wildcard gives for every name below a domain that does not exist: asked for as it is written, since an asterisk
 * in a question stands for itself (RFC 4592 §2.3). Absent where it gives no address.
 */
export const wildcardMail = defineFact({
  id: "wildcard-mail",
  of: "domain",
  async gather(name, { dns }) {
    const every = `*.${name}`;
    const [a, aaaa, mx, txt] = await Promise.all([
      dns(every, "A"),
      dns(every, "AAAA"),
      dns(every, "MX"),
      dns(every, "TXT"),
    ]);
    if (a.records.length + aaaa.records.length === 0) return absent(`no wildcard below ${name} gives an address`);
    return {
      answers: [a, aaaa, mx, txt],
      exchanges: mx.records.map(({ data }) => data.exchange),
      spf: txt.records.map(({ data }) => joined(data)).filter(isSpf),
    };
  },
});
