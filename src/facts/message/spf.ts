import { absent, defineFact, isAbsent } from "../../fact.js";
import { NetError } from "../../net/net.js";
import { fromInside, messageDelivery } from "./delivery.js";
import { messageSigning } from "./signatures.js";
import { checkHost } from "../spf/evaluation.js";
import { spfRecord } from "../spf/record.js";

/** What SPF says of the client that a message came from (RFC 7208 §4). Unknown where what it hangs on went unanswered. */
export const messageSpf = defineFact({
  id: "message-spf",
  of: "message",
  async gather(of, tools) {
    const found = await tools.ask(messageDelivery, of);
    if (isAbsent(found)) return found;
    const within = fromInside(found);
    if (within !== undefined) return absent(within);
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

/** What SPF says of a client that it does not let send, and whether DKIM speaks for the message in its place. */
export const messageSpfBesideDkim = defineFact({
  id: "message-spf-beside-dkim",
  of: "message",
  async gather(of, { ask }) {
    const found = await ask(messageSpf, of);
    if (isAbsent(found)) return found;
    const refused = found.result === "fail" || found.result === "permerror";
    const [signing, spf] = await Promise.all([
      refused ? ask(messageSigning, of) : [],
      found.result === "pass" ? absent("not needed") : ask(spfRecord, found.domain),
    ]);
    const signatures = isAbsent(signing) ? [] : signing.filter(({ aligned }) => aligned === true);
    const records = isAbsent(spf) ? [] : spf.records;
    return {
      ...found,
      /** The domain of a signature that makes DMARC pass. */
      signer: signatures.find(({ result }) => result === "pass")?.signature.domain ?? null,
      /** There may have been such a signature; its key is no longer there. */
      lost: signatures.some(({ lost }) => lost),
      record: records.length === 1 ? records[0]! : null,
    };
  },
});
