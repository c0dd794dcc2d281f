import { defineCheck, fail, facts, maybe, pass, records, warn } from "mailworthy";

export default defineCheck({
  id: "mx/present",
  on: "domain",
  title: "The domain names the hosts that take its mail",
  why: "Without an MX record senders fall back to the web server's address, or find no way at all.",
  fix: "Publish an MX record for each host that takes mail.",
  refs: ["RFC 5321 §5.1", "RFC 7505 §3"],
  role: "receives",
  needs: { mx: facts.mx, hosts: maybe(facts.mailHosts) },
  verdicts: {
    present: pass("{hosts}"),
    implicit: warn("no MX record; senders use the address of the domain itself"),
    refusing: fail("a null MX, though the domain is to receive; nobody can send mail to it"),
    none: fail("no MX record and no address; nobody can send mail to the domain"),
  },
  judge({ mx, hosts }, say) {
    const evidence = records(mx.answer);
    if (hosts === null) return mx.null ? say.refusing({}, evidence) : say.none({}, evidence);
    return mx.exchanges.length > 0 ? say.present({ hosts }, evidence) : say.implicit({}, evidence);
  },
});
