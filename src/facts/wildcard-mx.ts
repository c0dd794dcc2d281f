import { defineFact } from "../fact.js";
import { unlikelyLabel } from "./unlikely-label.js";

/** The mail hosts of a name that nobody made, as a wildcard gives them to every name (RFC 4592). */
export const wildcardMx = defineFact({
  id: "wildcard-mx",
  of: "domain",
  async gather(name, { dns }) {
    const answer = await dns(`${unlikelyLabel}.${name}`, "MX");
    return { answer, exchanges: answer.records.map(({ data }) => data.exchange) };
  },
});
