import { defineCheck, fail, facts, maybe, pass, warn } from "mailworthy";

/** Names that Microsoft 365 asks for to prove control of a domain, and that never resolve. */
const verification = /^[^.]+\.msv1\.invalid$/;

export default defineCheck({
  id: "mx/target-resolves",
  on: "host",
  title: "Each mail host has an address",
  why: "A host without an address cannot be reached, so senders retry for days or bounce at once.",
  fix: "Publish an A or AAAA record for the host, or remove its MX record.",
  refs: ["RFC 5321 §5.1"],
  role: "receives",
  needs: { host: facts.hostName, addresses: maybe(facts.anyAddress), mx: facts.mx },
  verdicts: {
    resolves: pass("{addresses}"),
    leftover: warn("left over from a domain verification; senders find no host there"),
    doubled: fail("no address; the domain stands in the name twice, as a zone file does without a last dot"),
    none: fail("no address; senders cannot reach it"),
  },
  judge({ addresses, mx }, say, { subject: { name, domain } }) {
    if (addresses) return say.resolves({ addresses });
    const at = mx.exchanges.find(({ exchange }) => exchange === name);
    const record = (exchange: string): string => `MX ${at?.preference ?? 10} ${exchange}.`;
    if (verification.test(name)) return say.leftover({}, undefined, { text: `Remove ${record(name)}` });
    if (name === `${domain}.${domain}` || name.endsWith(`.${domain}.${domain}`)) {
      const once = name.slice(0, -domain.length - 1);
      return say.doubled({}, undefined, { from: record(name), to: record(once) });
    }
    return say.none();
  },
});
