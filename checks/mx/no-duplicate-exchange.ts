import { defineCheck, facts, pass, records, warn } from "mailworthy";

export default defineCheck({
  id: "mx/no-duplicate-exchange",
  on: "domain",
  title: "Each MX record leads to a host of its own",
  why: "Two records for one host look like a spare, but when it fails both fail.",
  fix: "Keep one MX record for each host.",
  role: "receives",
  needs: { mx: facts.mx, hosts: facts.exchangeAddresses },
  verdicts: {
    distinct: pass("{count} of {count} distinct"),
    repeated: warn("{host} stands in {count} MX records; one is enough"),
    shared: warn("{hosts} have the same addresses; they are one host"),
  },
  judge({ mx, hosts }, say) {
    const evidence = records(mx.answer);
    const repeated = hosts.flatMap(({ exchange: host }) => {
      const count = mx.exchanges.filter(({ exchange }) => exchange === host).length;
      return count > 1 ? [say.repeated({ host, count }, evidence)] : [];
    });
    const byAddresses = new Map<string, string[]>();
    for (const { exchange, addresses } of hosts) {
      const key = addresses.toSorted().join(" ");
      if (key) byAddresses.set(key, [...(byAddresses.get(key) ?? []), exchange]);
    }
    const shared = [...byAddresses.values()]
      .filter((names) => names.length > 1)
      .map((names) => say.shared({ hosts: names }, evidence));
    const found = [...repeated, ...shared];
    return found.length > 0 ? found : say.distinct({ count: hosts.length }, evidence);
  },
});
