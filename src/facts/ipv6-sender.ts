import { absent, defineFact, isAbsent } from "../fact.js";
import { familyOf } from "../syntax/address.js";
import { forward, reverse } from "./ptr.js";
import { spfFor } from "./spf/for.js";

/**
 * What receivers that are strict about IPv6 ask of an address: a name, the way back from it, and authentication. SPF is
 * not asked for where the rest is wrong already.
 */
export const ipv6Sender = defineFact({
  id: "ipv6-sender",
  of: "sender",
  async gather({ ip, domain }, { ask }) {
    if (familyOf(ip) !== 6) return absent(`${ip} is no IPv6 address`);
    const [pointers, back] = await Promise.all([ask(reverse, ip), ask(forward, ip)]);
    if (isAbsent(pointers)) return pointers;
    const { answer, names } = pointers;
    const confirmed = isAbsent(back) ? null : back.confirmed;
    if (confirmed === null) return { answer, names, confirmed, spf: null };
    const spf = await ask(spfFor, { ip, domain });
    return { answer, names, confirmed, spf: "result" in spf ? spf.result : null };
  },
});
