import { absent, defineFact, isAbsent } from "../fact.js";
import { NetError } from "../net/net.js";
import { messageDelivery } from "./message-delivery.js";
import { checkHost } from "./spf-evaluation.js";

/** What SPF says of the client that a message came from (RFC 7208 §4). Unknown where what it hangs on went unanswered. */
export const messageSpf = defineFact({
  id: "message-spf",
  of: "message",
  async gather(of, tools) {
    const found = await tools.ask(messageDelivery, of);
    if (isAbsent(found)) return found;
    const { ip, helo, mailFrom, spfDomain: domain } = found;
    if (mailFrom === null) return absent("the message does not tell its reverse-path; --mail-from tells it");
    if (domain === null) return absent("neither the reverse-path nor EHLO names a domain");
    const sender = mailFrom === "" ? `postmaster@${domain}` : mailFrom;
    const { unanswered, result, trace, reason, matched, lookups, explanation } = await checkHost(
      { ip, domain, sender, helo: helo ?? domain },
      tools,
    );
    const [doubt] = unanswered;
    const seen = { kind: "tree", title: `SPF of ${domain} for ${ip}`, root: trace } as const;
    if (doubt || result === "temperror") {
      throw new NetError(doubt?.code ?? "timeout", doubt?.message ?? reason, {
        ...(doubt?.because && { because: doubt.because }),
        seen: [...(doubt?.seen ?? []), seen],
      });
    }
    return {
      result,
      reason,
      lookups,
      ip,
      domain,
      identity: mailFrom === "" ? ("helo" as const) : ("mailfrom" as const),
      exhibit: seen,
      ...(matched && { matched }),
      ...(explanation !== undefined && { explanation }),
    };
  },
});
