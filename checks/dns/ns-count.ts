import { defineCheck, facts, pass, records, warn } from "mailworthy";

export default defineCheck({
  id: "dns/ns-count",
  on: "domain",
  title: "The zone has two name servers at least, at addresses of their own",
  why: "With one name server down nothing of the domain resolves, so mail waits in both directions.",
  fix: "Add a name server in another network, in the zone and at the registrar.",
  refs: ["RFC 2182 §5", "RFC 1034 §4.1"],
  needs: { servers: facts.nameServerAddresses },
  verdicts: {
    several: pass("{count} name servers"),
    single: warn("{server} is the only name server; when it fails, so does everything"),
    shared: warn("{count} name servers have one address between them; when it fails, so does everything"),
  },
  judge({ servers: { answer, servers } }, say) {
    const evidence = records(answer);
    const count = servers.length;
    if (count === 1) return say.single({ server: servers[0]!.name }, evidence);
    const addresses = new Set(servers.flatMap(({ v4, v6 }) => (v4.length > 0 ? v4 : v6)));
    return addresses.size === 1 ? say.shared({ count }, evidence) : say.several({ count }, evidence);
  },
});
