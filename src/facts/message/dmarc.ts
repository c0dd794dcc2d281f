import { absent, defineFact, isAbsent, type Absent } from "../../fact.js";
import { NetError } from "../../net/net.js";
import { type DmarcInput, evaluateDmarc } from "../dmarc/evaluation.js";
import { messageAuthor } from "./author.js";
import { messageSignatures } from "./signatures.js";
import { messageSpf } from "./spf.js";

/**
 * What DMARC says of a message (RFC 9989 §4.4). One aligned pass is enough, so doubt about another counts only where there
 * is none; before a message was sent SPF cannot be known, and a pass then rests on DKIM alone.
 */
export const messageDmarc = defineFact({
  id: "message-dmarc",
  of: "message",
  async gather(of, { ask, dns }) {
    const author = await ask(messageAuthor, of);
    if (isAbsent(author)) return author;
    const [spf, signed] = await Promise.all([doubted(ask(messageSpf, of)), doubted(ask(messageSignatures, of))]);
    const has = <T>(one: T | Absent | NetError): one is T => !(one instanceof NetError) && !isAbsent(one);
    const input: DmarcInput = {
      author: author.domain,
      spf: has(spf) ? [{ result: spf.result, domain: spf.domain }] : [],
      dkim: has(signed) ? signed.signatures.map(({ result, signature }) => ({ result, domain: signature.domain })) : [],
    };
    const outcome = await evaluateDmarc(input, dns);
    if (outcome.result === "fail") {
      const open = has(signed)
        ? signed.signatures.some(({ result, aligned }) => result === "temperror" && aligned !== false)
        : false;
      const [first] = has(signed) ? signed.unanswered : [];
      if (signed instanceof NetError) throw signed;
      if (open) throw new NetError((first?.code ?? "servfail") as never, first?.reason ?? "a key could not be learnt");
      if (spf instanceof NetError) throw spf;
      if (isAbsent(spf)) return absent(`no aligned signature passes, and ${spf.reason}`);
    }
    return {
      ...outcome,
      author: author.domain,
      spf: has(spf) ? { result: spf.result, domain: spf.domain } : null,
      /** Domains of signatures that may have passed once, and whose keys are no longer there. */
      lost: has(signed)
        ? signed.signatures
            .filter(({ lost, aligned }) => lost && aligned !== false)
            .map(({ signature }) => signature.domain)
        : [],
      dkim: input.dkim.map(({ result, domain }) => ({ result, domain })),
    };
  },
});

const doubted = <T>(asked: Promise<T>): Promise<T | NetError> =>
  asked.catch((error: unknown) => {
    if (error instanceof NetError) return error;
    throw error;
  });
