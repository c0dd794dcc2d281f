import { defineCheck, editDmarc, facts, pass, records, warn } from "mailworthy";

const strength = { none: 0, quarantine: 1, reject: 2 };

export default defineCheck({
  id: "dmarc/subdomain-policy",
  on: "domain",
  title: "Subdomains are protected as well as the domain",
  why: "A forger who finds the domain closed writes any subdomain into the From field instead.",
  fix: "Take out the `sp` and `np` tags that ask for less than `p`, or raise them.",
  refs: ["RFC 9989 §4.7"],
  needs: { dmarc: facts.dmarcRecord, policy: facts.dmarcPolicy, top: facts.organizationalDomain },
  verdicts: {
    covered: pass("subdomains: {subdomains}; names that do not exist: {missing}"),
    weaker: warn("{tags} under p={policy}; mail forged from a subdomain is treated more mildly"),
    ignored: warn("{tags} has no effect, since subdomains follow the record of {top}"),
    below: pass("subdomains follow the record of {top}"),
  },
  judge({ dmarc: { answer, record }, policy: { requests }, top }, say, { subject }) {
    const evidence = records(answer);
    const { own, subdomains, missing } = requests;
    const tags = record.tags.filter(({ name }) => /^(?:sp|np)$/i.test(name));
    const fix = (names: readonly string[]) => ({
      from: record.text,
      to: editDmarc(record.tags, Object.fromEntries(names.map((name) => [name, null]))),
    });
    if (top !== subject.domain) {
      if (tags.length === 0) return say.below({ top }, evidence);
      return say.ignored({ tags: tags.map(written), top }, evidence, fix(["sp", "np"]));
    }
    const weak = strength[subdomains] < strength[own] ? ["sp"] : [];
    if (strength[missing] < strength[own] && record.np !== null) weak.push("np");
    if (weak.length === 0) return say.covered({ subdomains, missing }, evidence);
    const named = tags.filter(({ name }) => weak.includes(name.toLowerCase())).map(written);
    return say.weaker({ tags: named, policy: own }, evidence, fix(weak));
  },
});

const written = ({ name, value }: { name: string; value: string }): string => `${name}=${value}`;
