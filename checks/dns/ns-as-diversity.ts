import { defineCheck, facts, pass, type Exhibit } from "mailworthy";

export default defineCheck({
  id: "dns/ns-as-diversity",
  on: "domain",
  title: "The networks that the name servers are in are told",
  why: "An outage of the one network that holds all name servers takes the domain with it.",
  fix: "Consider a name server in another network; many anycast providers do well in one.",
  refs: ["RFC 2182 §3.1"],
  needs: { origins: facts.nameServerOrigins },
  verdicts: {
    several: pass("in {count} networks: {asns}"),
    one: pass("all in one network, {asns}"),
    unlisted: pass("in no network that is announced"),
  },
  judge({ origins: { places, asns } }, say) {
    const evidence: Exhibit = {
      kind: "table",
      columns: ["name server", "address", "network"],
      rows: places.map(({ server, ip, asn }) => [server, ip, asn ?? "not announced"]),
    };
    if (asns.length === 0) return say.unlisted({}, evidence);
    return asns.length > 1 ? say.several({ count: asns.length, asns }, evidence) : say.one({ asns }, evidence);
  },
});
