import { defineCheck, fail, facts, maybe, pass, warn } from "mailworthy";

export default defineCheck({
  id: "spf/authorises-host",
  on: "sender",
  title: "SPF lets the sending address send",
  why: "Mail from an address that SPF does not cover goes to spam or is rejected.",
  fix: "Add the address to the SPF record of the domain.",
  refs: ["RFC 7208 §8", "Google sender guidelines"],
  needs: { outcome: facts.spfFor, spf: maybe(facts.spfPublished) },
  verdicts: {
    pass: pass("{reason}"),
    depends: warn("{result} as long as the message is from postmaster; the record looks at more than the address"),
    neutral: warn("neutral, {reason}; SPF says nothing about the address"),
    softfail: warn("softfail, {reason}; SPF doubts the address"),
    fail: fail("fail, {reason}; receivers reject or junk its mail"),
    none: fail("no SPF record; receivers cannot tell that the address may send"),
    permerror: fail("permerror, {reason}; receivers take SPF as failed"),
  },
  judge({ outcome, spf }, say, { subject }) {
    const { result, reason, trace, letters } = outcome;
    const title = `SPF of ${subject.domain} for ${subject.name}`;
    const evidence = { kind: "tree", title, root: trace } as const;
    if (letters.some((letter) => letter === "l" || letter === "s" || letter === "h"))
      return say.depends({ result }, evidence);
    if (result === "none") return say.none({}, evidence, { to: `v=spf1 ${mechanism(subject.name)} ~all` });
    if (result === "pass" || result === "permerror") return say[result]({ reason }, evidence);
    return say[result]({ reason }, evidence, widened(spf?.records ?? [], subject.name));
  },
});

const mechanism = (ip: string): string => (ip.includes(":") ? `ip6:${ip}` : `ip4:${ip}`);

/** The record with the address in it, before anything else. */
function widened(records: readonly string[], ip: string): { from: string; to: string } | undefined {
  const [record, ...others] = records;
  if (record === undefined || others.length > 0) return undefined;
  return { from: record, to: ["v=spf1", mechanism(ip), ...record.split(" ").slice(1)].join(" ") };
}
