import { defineCheck, type Exhibit, facts, fail, pass, warn } from "mailworthy";

export default defineCheck({
  id: "dkim/message-verifies",
  on: "message",
  title: "A signature of the author's domain verifies",
  why: "Gmail, Yahoo and Outlook want it of bulk senders, and it is what survives forwarding.",
  fix: "Sign with a key of the author's domain, last of all, after whatever changes the message.",
  refs: ["RFC 6376 §6.1", "RFC 9989 §4.4.1", "Google sender guidelines"],
  needs: { signatures: facts.messageSigning },
  verdicts: {
    verifies: pass("the signature of {domain} (selector {selector}) verifies"),
    foreign: warn("only signatures of {domains} verify, none of the author's domain; DMARC has to rest on SPF"),
    unsigned: warn("the message has no DKIM signature; Gmail and Outlook want one of bulk senders"),
    lost: warn(
      "the key {selector} of {domain} is no longer in DNS; keys are taken away in time, and nobody can verify it any more",
    ),
    fails: fail("no signature verifies: {reasons}"),
  },
  judge({ signatures }, say) {
    if (signatures.length === 0) return say.unsigned();
    const rows = signatures.map(({ signature, result, reason, aligned }) => [
      signature.domain,
      signature.selector,
      result,
      reason ?? (aligned ? "aligned" : "not aligned"),
    ]);
    const table: Exhibit = { kind: "table", columns: ["domain", "selector", "result", "remark"], rows };
    const passing = signatures.filter(({ result }) => result === "pass");
    const own = passing.find(({ aligned }) => aligned);
    if (own) return say.verifies({ domain: own.signature.domain, selector: own.signature.selector }, table);
    if (passing.length > 0)
      return say.foreign({ domains: [...new Set(passing.map(({ signature }) => signature.domain))] }, table);
    const aligned = signatures.filter((one) => one.aligned);
    const lost = (aligned.length > 0 ? aligned : signatures).find((one) => one.lost);
    if (lost) {
      const { domain, selector } = lost.signature;
      return say.lost({ domain, selector }, table, {
        text: "Look at what its receiver wrote into Authentication-Results, and judge later messages within a week.",
      });
    }
    const reasons = signatures.map(
      ({ signature, reason, result }) => `${signature.domain || "a signature without d="}: ${reason ?? result}`,
    );
    return say.fails({ reasons: [...new Set(reasons)] }, table);
  },
});
