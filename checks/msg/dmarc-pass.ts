import { defineCheck, type Exhibit, facts, fail, pass, warn } from "mailworthy";

export default defineCheck({
  id: "msg/dmarc-pass",
  on: "message",
  title: "The message passes DMARC",
  why: "Gmail, Yahoo and Outlook reject or junk mail whose visible author nobody authenticated vouches for.",
  fix: "Sign with a DKIM key of the author's domain, or send with a reverse-path in it that SPF allows.",
  refs: ["RFC 9989 §4.4", "Google sender guidelines"],
  needs: { dmarc: facts.messageDmarc },
  verdicts: {
    passes: pass("passes by {by}; policy {policy} of {policyDomain}"),
    fails: fail("fails: {why}; policy {policy} of {policyDomain} applies"),
    outdated: warn("fails today: {why}; the key of {signers} is no longer in DNS, so it may have passed when it came"),
    unprotected: warn("no DMARC policy applies to {author}; large receivers ask senders in bulk for one"),
  },
  judge({ dmarc }, say) {
    const { result, author, policyDomain, spf, dkim, spfAligned, dkimAligned, lost } = dmarc;
    const rows = [
      ["author", author, ""],
      ...(spf
        ? [["SPF", spf.domain, `${spf.result}, ${alignment(spfAligned, spf.result)}`]]
        : [["SPF", "", "not known"]]),
      ...dkim.map((one) => ["DKIM", one.domain, one.result]),
    ];
    const table: Exhibit = { kind: "table", columns: ["identifier", "domain", "result"], rows };
    if (result === "none")
      return say.unprotected({ author }, table, {
        to: `_dmarc.${author} TXT "v=DMARC1; p=none; rua=mailto:dmarc@${author}"`,
      });
    const told = { policy: dmarc.policy ?? "not known", policyDomain: policyDomain ?? "" };
    if (result === "pass") {
      const by = [...(dkimAligned ? ["DKIM"] : []), ...(spfAligned ? ["SPF"] : [])];
      return say.passes({ ...told, by: by.join(" and ") }, table);
    }
    const why = reasons(author, spf, dkim);
    if (lost.length > 0) return say.outdated({ why, signers: [...new Set(lost)] }, table);
    return say.fails({ ...told, why }, table, stepFor(author, dkim));
  },
});

const alignment = (aligned: boolean | null, result: string): string =>
  result !== "pass" ? "does not count" : aligned ? "aligned" : "not aligned";

/** A service that signs in its own name can sign in that of its customers. */
function stepFor(author: string, dkim: readonly One[]): { text: string } | undefined {
  const signer = dkim.find(({ result }) => result === "pass")?.domain;
  if (signer === undefined) return undefined;
  return { text: `Have whoever signs as ${signer} sign with d=${author}, with a key that you publish in ${author}.` };
}

type One = { result: string; domain: string };

/** Why neither of the two vouches for the author. */
function reasons(author: string, spf: One | null, dkim: readonly One[]): string {
  const ofSpf = !spf
    ? "SPF is not known"
    : spf.result === "pass"
      ? `SPF passes for ${spf.domain}, which is not ${author}`
      : `SPF ${spf.result}`;
  const passing = dkim.filter(({ result }) => result === "pass").map(({ domain }) => domain);
  const ofDkim =
    dkim.length === 0
      ? "no DKIM signature"
      : passing.length > 0
        ? `DKIM passes for ${[...new Set(passing)].join(", ")}, which is not ${author}`
        : "no DKIM signature verifies";
  return `${ofSpf}; ${ofDkim}`;
}
