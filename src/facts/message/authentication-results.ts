import { absent, defineFact, isAbsent } from "../../fact.js";
import { type AuthenticationResults, parseAuthenticationResults } from "../../syntax/authentication-results.js";
import { unfolded } from "../../syntax/message.js";
import { message } from "./message.js";

/**
 * What the last receiver says it found: the topmost Authentication-Results field, and others by the same server. A receiver
 * takes out those that came with a message under its own name (RFC 8601 §5), so the rest may be anybody's.
 */
export const messageAuthenticationResults = defineFact({
  id: "message-authentication-results",
  of: "message",
  reaches: "file",
  async gather(of, { ask }) {
    const found = await ask(message, of);
    if (isAbsent(found)) return found;
    const own = found.fields.filter(({ key }) => key === "authentication-results").slice(0, 20);
    if (own.length === 0) return absent("no receiver has written Authentication-Results");
    const read = own.map((field) => parseAuthenticationResults(unfolded(field)));
    const good = read.filter((one): one is AuthenticationResults => !("error" in one));
    if (good.length === 0)
      return absent(`Authentication-Results cannot be read: ${(read[0] as { error: string }).error}`);
    const { authservId } = good[0]!;
    return {
      authservId,
      results: good.filter((one) => one.authservId === authservId).flatMap(({ results }) => results),
    };
  },
});
