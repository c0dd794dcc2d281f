import { defineCheck, facts, pass, records, warn } from "mailworthy";

export default defineCheck({
  id: "spf/subdomain-coverage",
  on: "reverse-path",
  title: "Every domain that stands in MAIL FROM has an SPF record of its own",
  why: "SPF looks at the very domain of MAIL FROM and never above it, so mail from a name without a record does not pass.",
  fix: "Publish a record there that lets the same servers send.",
  refs: ["RFC 7208 §2.4"],
  needs: { spf: facts.reversePathSpf },
  verdicts: {
    covered: pass("{record}"),
    none: warn("no SPF record; that of {domain} does not count there, so its mail does not pass SPF"),
    several: warn("{count} SPF records; receivers treat that as an error and use none"),
  },
  judge({ spf: { answer, records: found } }, say, { subject: { name, domain } }) {
    const evidence = records(answer);
    const [record] = found;
    if (record === undefined) return say.none({ domain }, evidence, { to: `${name}. TXT "v=spf1 redirect=${domain}"` });
    return found.length === 1 ? say.covered({ record }, evidence) : say.several({ count: found.length }, evidence);
  },
});
