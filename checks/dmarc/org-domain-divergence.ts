import { defineCheck, editDmarc, facts, type Fix, pass, warn } from "mailworthy";

export default defineCheck({
  id: "dmarc/org-domain-divergence",
  on: "domain",
  title: "Receivers of the old and the new DMARC find the same policy and the same organization",
  why: "RFC 9989 walks the tree and RFC 7489 goes by the Public Suffix List, so one message may pass here and fail there.",
  fix: "Publish a record at the organizational domain that the Public Suffix List gives.",
  refs: ["RFC 9989 §4.10.2", "RFC 7489 §3.2", "RFC 7489 §6.6.3"],
  needs: {
    dmarc: facts.dmarc,
    levels: facts.dmarcWalk,
    top: facts.organizationalDomain,
    older: facts.dmarc7489,
  },
  verdicts: {
    same: pass("organizational domain {top}, policy {policy}, by RFC 9989 as by RFC 7489"),
    none: pass("no policy applies, by RFC 9989 or by RFC 7489"),
    policy: warn("receivers of RFC 9989 apply {policy}, those of RFC 7489 {older}"),
    boundary: warn(
      "receivers of RFC 9989 take {top} for the organizational domain, those of RFC 7489 {older}; what aligns for some does not for others",
    ),
  },
  judge({ dmarc, levels, top, older }, say, { subject }) {
    const { domain } = subject;
    const asked = dmarc.requests && (dmarc.inherited ? dmarc.requests.subdomains : dmarc.requests.own);
    const evidence = [
      {
        kind: "table" as const,
        columns: ["", "RFC 9989, tree walk", "RFC 7489, public suffixes"],
        rows: [
          ["organizational domain", top, older.organizational],
          ["policy", told(asked, dmarc.domain), told(older.asked, older.domain)],
        ],
      },
      dmarc.tree,
    ];
    if (asked === null && older.asked === null) return say.none({}, evidence);
    const policy = told(asked, dmarc.domain);
    const found = [];
    if (asked !== older.asked) {
      const said = { policy, older: told(older.asked, older.domain) };
      found.push(say.policy(said, evidence, agreed()));
    }
    if (top !== older.organizational)
      found.push(say.boundary({ top, older: older.organizational }, evidence, joined(older.organizational)));
    return found.length > 0 ? found : say.same({ top, policy }, evidence);

    /** A record of the domain's own is found by both, and read alike where it has no tag that only one knows. */
    function agreed(): Fix {
      if ((levels[0]?.count ?? 0) > 1)
        return { text: `Keep one DMARC record at _dmarc.${domain} and delete the others.` };
      const record = dmarc.record ?? older.record!;
      const own = dmarc.domain === domain || older.domain === domain;
      if (own) return { from: record.text, to: editDmarc(record.tags, { np: null }) };
      const p = asked ?? older.asked ?? "none";
      return {
        text: `Publish this at _dmarc.${domain}, where both look first.`,
        to: editDmarc(record.tags, { p, sp: null, np: null, psd: null }),
      };
    }

    function joined(registered: string): Fix {
      const pinned = levels.find((level) => level.domain === top)?.record?.psd === "n";
      if (pinned && isBelow(top, registered))
        return { text: `Have MAIL FROM and d= domains within ${top}, so that they align by both.` };
      if (isBelow(top, registered))
        return {
          text: `Publish this at _dmarc.${registered}, so that the walk ends there too.`,
          to: `v=DMARC1; p=none; rua=mailto:dmarc-reports@${registered}`,
        };
      const own = levels.find((level) => level.domain === registered)?.record;
      return {
        text: `Let the record at _dmarc.${registered} say that the organization ends there.`,
        ...(own && { from: own.text }),
        to: own ? editDmarc(own.tags, { psd: "n" }) : `v=DMARC1; p=none; psd=n; rua=mailto:dmarc-reports@${registered}`,
      };
    }
  },
});

const told = (asked: string | null, from: string | null): string =>
  asked === null ? "none at all" : `${asked} from ${from}`;

const isBelow = (name: string, above: string): boolean => name.endsWith(`.${above}`);
