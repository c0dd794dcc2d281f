import { defineFact } from "../../fact.js";
import { checkedHost } from "./for.js";

/** Addresses that are for examples alone, so that nobody sends from them (RFC 5737 §3, RFC 3849 §2). */
const nobodys = ["192.0.2.1", "2001:db8::1"];

/** What SPF says of addresses that are nobody's: one that lets them send lets everybody. */
export const spfForOthers = defineFact({
  id: "spf-for-others",
  of: "domain",
  async gather(domain, tools) {
    return Promise.all(
      nobodys.map(async (ip) => {
        const { result, reason, trace } = await checkedHost({ ip, domain }, tools);
        return { ip, result, reason, trace };
      }),
    );
  },
});
