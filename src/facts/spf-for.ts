import { defineFact } from "../fact.js";
import { NetError } from "../net/net.js";
import { checkHost } from "./spf-evaluation.js";

/**
 * What SPF says of an address that sends for a domain: check_host() for MAIL FROM postmaster@ the domain, the domain
 * being the HELO name too. Unknown where a query that bears on the outcome went unanswered.
 */
export const spfFor = defineFact({
  id: "spf-for",
  of: "sender",
  async gather({ ip, domain }, tools) {
    const question = { ip, domain, sender: `postmaster@${domain}`, helo: domain };
    const { unanswered, result, ...outcome } = await checkHost(question, tools);
    const [doubt] = unanswered;
    if (!doubt && result !== "temperror") return { ...outcome, result };
    const seen = { kind: "tree", title: `SPF of ${domain} for ${ip}, as far as it went`, root: outcome.trace } as const;
    throw new NetError(doubt?.code ?? "timeout", doubt?.message ?? outcome.reason, {
      ...(doubt?.because && { because: doubt.because }),
      seen: [...(doubt?.seen ?? []), seen],
    });
  },
});
