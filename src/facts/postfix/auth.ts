import { absent, defineFact, isAbsent } from "../../fact.js";
import { NetError } from "../../net/net.js";
import { postfixSeen } from "./seen.js";

/** The servers that check passwords; absent where no service takes any. */
export const postfixAuthServers = defineFact({
  id: "postfix-auth-servers",
  of: "postfix",
  reaches: "file",
  async gather(of, { ask }) {
    const seen = await ask(postfixSeen, of);
    if (isAbsent(seen)) return seen;
    if (seen.auth.length === 0) return absent("no service takes passwords");
    const known = seen.auth.filter(({ state }) => state !== "unreadable" && state !== "not-tried");
    if (known.length > 0) return { servers: known };
    const [{ path, state, type }] = seen.auth as [(typeof seen.auth)[number]];
    if (state === "unreadable")
      throw new NetError("blocked", `${path} may not be looked at`, {
        because: { id: "postfix root", text: "some files only root may read", next: ["sudo mailworthy postfix"] },
      });
    const why = seen.live ? `${type} at ${path} is not one that can be tried` : `${path} is not in the copy`;
    throw new NetError("blocked", why);
  },
});
