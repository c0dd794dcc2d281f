import { absent, defineFact } from "../fact.js";
import { NetError } from "../net/net.js";
import { familyOf, reversed } from "../syntax/address.js";

/** Where Validity tells the scores of addresses. */
const zone = "score.senderscore.com";

/**
 * The Sender Score of an address, 0 to 100: the last octet of 127.0.4.x. Who has not registered the resolver's address with
 * Validity is always refused, whatever the address asked for.
 */
export const senderScore = defineFact({
  id: "sender-score",
  of: "ip",
  async gather(ip, { dns }) {
    if (familyOf(ip) === 6) return absent("there are no Sender Scores of IPv6 addresses");
    const answer = await dns(reversed(ip, zone), "A");
    const code = answer.records[0]?.data;
    if (code === undefined) return absent(`${ip} has no Sender Score`);
    const score = Number(/^127\.0\.4\.(\d+)$/.exec(code)?.[1] ?? Number.NaN);
    if (score <= 100) return { score, answer };
    const text = code.startsWith("127.255.255.")
      ? `Validity refuses resolver ${answer.server}: it is not registered`
      : `Validity answers ${code}, which it does not document`;
    throw new NetError("blocked", text, {
      because: { id: `dnsbl ${zone}`, text, next: ["register the resolver's address at my.validity.com"] },
    });
  },
});
