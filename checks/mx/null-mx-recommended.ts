import { defineCheck, facts, pass, records, warn } from "mailworthy";

export default defineCheck({
  id: "mx/null-mx-recommended",
  on: "domain",
  title: "A domain without mail says so where it has an address",
  why: "Without an MX record senders take the address of a web server for a mail host, and retry there for days.",
  fix: "Publish `0 .` as the only MX record.",
  refs: ["RFC 7505 §3", "RFC 5321 §5.1"],
  needs: { mailless: facts.mailless },
  verdicts: {
    published: pass("a null MX"),
    unneeded: pass("no address to which mail could be sent"),
    missing: warn("an address and no MX record; senders try to deliver mail at {addresses}"),
  },
  judge({ mailless: { answer, refuses, addresses } }, say, { subject: { name } }) {
    const evidence = records(answer);
    if (refuses) return say.published({}, evidence);
    if (addresses.length === 0) return say.unneeded({}, evidence);
    return say.missing({ addresses }, evidence, { to: `${name}. MX 0 .` });
  },
});
