import { defineFact, type Tools } from "../../fact.js";
import { NetError } from "../../net/net.js";
import type { Identities } from "../../subject.js";
import { checkHost, type SpfOutcome, type SpfResult } from "./evaluation.js";

/**
 * What SPF says of an address that sends for a domain: check_host() for MAIL FROM postmaster@ the domain, the domain
 * being the HELO name too. Unknown where a query that bears on the outcome went unanswered.
 */
export const spfFor = defineFact({
  id: "spf-for",
  of: "sender",
  gather: (of, tools) => checkedHost(of, tools),
});

/** An outcome that rests on answers alone. */
export interface Certain extends SpfOutcome {
  result: Exclude<SpfResult, "temperror">;
}

/** Throws where an answer is missing. */
export async function checkedHost(
  { ip, domain }: Identities["sender"],
  tools: Pick<Tools, "dns" | "now">,
): Promise<Certain> {
  const question = { ip, domain, sender: `postmaster@${domain}`, helo: domain };
  const { unanswered, result, ...outcome } = await checkHost(question, tools);
  const [doubt] = unanswered;
  if (!doubt && result !== "temperror") return { ...outcome, result };
  const seen = { kind: "tree", title: `SPF of ${domain} for ${ip}, as far as it went`, root: outcome.trace } as const;
  throw new NetError(doubt?.code ?? "timeout", doubt?.message ?? outcome.reason, {
    ...(doubt?.because && { because: doubt.because }),
    seen: [...(doubt?.seen ?? []), seen],
  });
}
