import { defineCheck, fail, facts, pass, warn, type Exhibit } from "mailworthy";

export default defineCheck({
  id: "dns/dangling-target",
  on: "domain",
  title: "Mail hangs on no domain that anybody could register",
  why: "Whoever registers a domain that mail hangs on may read the mail, send as you, or read your reports.",
  fix: "Remove the records that lead to the domain that is gone, or get it back.",
  refs: ["RFC 5321 §5.1", "RFC 7208 §11.4"],
  needs: { targets: facts.mailTargets },
  verdicts: {
    held: pass("{count} names outside the domain, none of them in a domain that is gone"),
    gone: fail("{by}, but {domain} does not exist; if it is free, whoever registers it takes over"),
    doubtful: warn("{by}, but {domain} does not exist; if it can be registered, whoever does so takes over"),
  },
  judge({ targets: { targets, dangling } }, say) {
    const evidence: Exhibit = {
      kind: "table",
      columns: ["by", "name"],
      rows: targets.map(({ by, name }) => [by, name]),
    };
    if (dangling.length === 0) return say.held({ count: targets.length }, evidence);
    return dangling.map(({ by, name, domain, certain }) =>
      certain ? say.gone({ by, name, domain }, evidence) : say.doubtful({ by, name, domain }, evidence),
    );
  },
});
