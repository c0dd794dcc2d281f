import { defineCheck, facts, pass, records } from "mailworthy";

export default defineCheck({
  id: "dmarc/sp-on-subdomain-ignored",
  on: "domain",
  title: "Policies for subdomains that have no effect are told",
  why: "Only the record of the organizational domain speaks for names below it, so `sp` and `np` elsewhere do nothing.",
  fix: "Set `sp` and `np` in the record of the organizational domain.",
  refs: ["RFC 9989 §4.7"],
  needs: { dmarc: facts.dmarcRecord, top: facts.organizationalDomain },
  verdicts: {
    counts: pass("this is the organizational domain, so sp and np count"),
    unset: pass("no sp or np; subdomains follow the record of {top}"),
    ignored: pass("{tags} has no effect, since subdomains follow the record of {top}"),
  },
  judge({ dmarc: { answer, record }, top }, say, { subject }) {
    if (top === subject.domain) return say.counts({}, records(answer));
    const tags = record.tags
      .filter(({ name }) => /^(?:sp|np)$/i.test(name))
      .map(({ name, value }) => `${name}=${value}`);
    return tags.length === 0 ? say.unset({ top }, records(answer)) : say.ignored({ tags, top }, records(answer));
  },
});
