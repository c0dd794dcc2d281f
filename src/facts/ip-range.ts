import { defineFact } from "../fact.js";
import { rangeName } from "../syntax/address.js";

/** The special-purpose range an address is in, null for a public one (RFC 6890). */
export const ipRange = defineFact({
  id: "ip-range",
  of: "ip",
  reaches: "nothing",
  gather: async (ip) => ({ special: rangeName(ip) ?? null }),
});
