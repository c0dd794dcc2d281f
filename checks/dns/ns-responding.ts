import { defineCheck, facts, maybe, pass, warn, type Exhibit } from "mailworthy";

export default defineCheck({
  id: "dns/ns-responding",
  on: "domain",
  title: "Every name server answers for the zone, over UDP and TCP",
  why: "Resolvers lose seconds on a name server that does not answer for the zone, and receivers give up on SPF and DKIM.",
  fix: "Have the server load the zone, or take it out of the NS records in the zone and at the registrar.",
  refs: ["RFC 1912 §2.8", "RFC 7766 §5"],
  needs: { authorities: facts.authorities, tcp: maybe(facts.authorityTcp) },
  verdicts: {
    all: pass("all {count} addresses answer with authority"),
    lame: warn("{server} [{ip}] {said}; it is named as a server of {zone}"),
    silent: warn("{server} [{ip}] does not answer; resolvers that ask it wait"),
    nowhere: warn("{server} has no address; it is named as a server of {zone}"),
    noTcp: warn("{server} [{ip}] refuses TCP; answers that do not fit a datagram are lost"),
  },
  judge({ authorities: { apex: zone, servers, nowhere }, tcp }, say) {
    const evidence: Exhibit = {
      kind: "table",
      columns: ["name server", "address", "asked for the zone", "serial"],
      rows: servers.map(({ server, ip, said, serial }) => [server, ip, said, serial ?? ""]),
    };
    const found = [
      ...servers.flatMap(({ server, ip, said, state }) => {
        if (state === "answers") return [];
        return state === "lame" ? say.lame({ server, ip, said, zone }, evidence) : say.silent({ server, ip }, evidence);
      }),
      ...nowhere.map((server) => say.nowhere({ server, zone }, evidence)),
      ...(tcp?.refused ?? []).map((at) => say.noTcp({ ...at }, evidence)),
    ];
    return found.length > 0 ? found : say.all({ count: servers.length }, evidence);
  },
});
