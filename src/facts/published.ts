import { isAbsent, type Tools } from "../fact.js";
import { type Answer, NetError, type RecordType } from "../net/net.js";
import { nameServerAddresses, placesOf } from "./name-servers.js";

/** Servers tried before nothing is said. */
const tries = 3;

/**
 * A record set as its zone publishes it, from the first of its name servers that answers: what a resolver has was counted
 * down, or is older. Throws where none of a few answers.
 */
export async function published<T extends RecordType>(
  name: string,
  type: T,
  { ask, dns }: Pick<Tools, "ask" | "dns">,
): Promise<Answer<T>> {
  const found = await ask(nameServerAddresses, name);
  if (isAbsent(found)) throw new NetError("unreachable", found.reason);
  let failure: NetError | undefined;
  for (const { ip } of placesOf(found.servers).slice(0, tries)) {
    try {
      return await dns(name, type, { server: ip });
    } catch (error) {
      if (!(error instanceof NetError)) throw error;
      failure ??= error;
    }
  }
  throw failure ?? new NetError("unreachable", `the name servers of ${found.apex} have no address`);
}
