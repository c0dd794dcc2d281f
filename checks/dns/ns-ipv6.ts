import { defineCheck, facts, pass, records } from "mailworthy";

export default defineCheck({
  id: "dns/ns-ipv6",
  on: "domain",
  title: "It is told which name servers have an IPv6 address",
  why: "Resolvers that have only IPv6 find the domain by its name servers with an IPv6 address.",
  fix: "Give two name servers an AAAA record, and glue at the registrar where their names are in the zone.",
  refs: ["RFC 3901 §3"],
  needs: { servers: facts.nameServerAddresses },
  verdicts: {
    all: pass("all {total} name servers have an IPv6 address"),
    some: pass("{count} of {total} name servers have an IPv6 address"),
    none: pass("no name server has an IPv6 address"),
  },
  judge({ servers: { answer, servers } }, say) {
    const total = servers.length;
    const count = servers.filter(({ v6 }) => v6.length > 0).length;
    if (count === 0) return say.none({}, records(answer));
    return count === total ? say.all({ total }, records(answer)) : say.some({ count, total }, records(answer));
  },
});
