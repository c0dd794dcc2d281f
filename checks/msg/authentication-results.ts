import { defineCheck, type Exhibit, facts, maybe, pass, warn } from "mailworthy";

export default defineCheck({
  id: "msg/authentication-results",
  on: "message",
  title: "The receiver found what is found here",
  why: "Where they differ, a record has changed since, the receiver was misconfigured, or the message was altered after it.",
  fix: "Compare the evidence of the two, and look at what was changed between.",
  refs: ["RFC 8601 §2.7"],
  needs: {
    theirs: facts.messageAuthenticationResults,
    spf: maybe(facts.messageSpf),
    signed: maybe(facts.messageSignatures),
    dmarc: maybe(facts.messageDmarc),
  },
  verdicts: {
    same: pass("{server} found the same: {results}"),
    nothing: pass("{server} tells nothing that can be compared"),
    differs: warn("{server} says {method}={theirs} for {domain}, and here it is {ours}"),
  },
  judge({ theirs: { authservId: server, results }, spf, signed, dmarc }, say) {
    const rows: Compared[] = results.flatMap(({ method, result, properties }): Compared[] => {
      const domain = domainOf(method, properties);
      if (method === "spf" && spf && (domain === undefined || domain === spf.domain))
        return [{ method, domain: spf.domain, theirs: result, ours: spf.result }];
      if (method === "dmarc" && dmarc) return [{ method, domain: dmarc.author, theirs: result, ours: dmarc.result }];
      if (method !== "dkim" || !signed || domain === undefined) return [];
      const of = signed.signatures.filter(
        ({ signature }) =>
          signature.domain === domain &&
          (properties["header.s"] ?? signature.selector).toLowerCase() === signature.selector,
      );
      if (of.length === 0 || of.some((one) => one.result === "temperror" || one.lost)) return [];
      const ours = of.some((one) => one.result === "pass") ? "pass" : of[0]!.result;
      return [{ method, domain, theirs: result, ours }];
    });
    if (rows.length === 0) return say.nothing({ server });
    const table: Exhibit = {
      kind: "table",
      columns: ["method", "domain", server, "here"],
      rows: rows.map((row) => [row.method, row.domain, row.theirs, row.ours]),
    };
    const other = rows.filter((row) => !agree(row));
    if (other.length > 0) return other.map((row) => say.differs({ server, ...row }, table));
    return say.same({ server, results: rows.map((row) => `${row.method}=${row.theirs}`) }, table);
  },
});

interface Compared extends Record<string, string> {
  method: string;
  domain: string;
  theirs: string;
  ours: string;
}

const domainOf = (method: string, properties: Readonly<Record<string, string>>): string | undefined => {
  const value =
    method === "spf"
      ? (properties["smtp.mailfrom"] ?? properties["smtp.helo"])
      : (properties["header.d"] ?? properties["header.i"]);
  return value?.slice(value.lastIndexOf("@") + 1).toLowerCase();
};

/** For DKIM a pass, or none, is what others go by: verifiers differ in the word for a signature that does not verify. */
const agree = ({ method, theirs, ours }: Compared): boolean =>
  theirs === ours || (method === "dkim" && theirs !== "pass" && ours !== "pass") || theirs === "temperror";
