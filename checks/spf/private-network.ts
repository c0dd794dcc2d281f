import { defineCheck, facts, pass, records, warn } from "mailworthy";

export default defineCheck({
  id: "spf/private-network",
  on: "domain",
  title: "SPF names no address of a private network",
  why: "Receivers never see mail come from such an address, so the term does nothing, and the server's public one may be missing.",
  fix: "Name the public address that the server sends from, and take the private one out.",
  refs: ["RFC 1918 §3", "RFC 4193", "RFC 6598"],
  needs: { spf: facts.spfNetworks, record: facts.spf },
  verdicts: {
    none: pass("only addresses of the public network"),
    private: warn("{terms}: {ranges}; nobody sees mail from there"),
  },
  judge({ spf, record: { record } }, say) {
    const found = spf.own.filter(({ range }) => range !== undefined && inside.has(range));
    if (found.length === 0) return say.none();
    const terms = found.map(({ term }) => term);
    const ranges = [...new Set(found.map(({ range }) => range!))];
    const to = record
      .split(" ")
      .filter((word) => !terms.includes(word))
      .join(" ");
    return say.private({ terms, ranges }, records(spf.answer), { from: record, to });
  },
});

/** Ranges that only a network of one's own has (RFC 6890). */
const inside = new Set(["private", "loopback", "link-local", "carrier-grade NAT", "unique-local"]);
