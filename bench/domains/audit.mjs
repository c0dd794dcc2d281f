// Audits made-up domains by their DNS alone, in a process of its own, and prints what that took as JSON.
//
//   node bench/domains/audit.mjs PORT COUNT
import { monitorEventLoopDelay } from "node:perf_hooks";
import { planFor } from "../../dist/src/audit.js";
import { builtin } from "../../dist/src/builtin.js";
import { liveNet } from "../../dist/src/net/live.js";
import { run } from "../../dist/src/run.js";

const [port, count] = process.argv.slice(2).map(Number);
const net = liveNet({ resolvers: [`127.0.0.1:${port}`] });
let asked = 0;
const counting = { ...net, dns: (...question) => (asked++, net.dns(...question)) };
const targets = (function* () {
  for (let at = 0; at < count; at++) yield { domain: `d${at}.example`, selectors: ["s1"] };
})();
const elsewhere = ["env/*", "port/*", "smtp/*", "tls/*", "cert/*", "dnsbl/*", "ptr/*", "mailworthy/*"];
const wish = { preset: ["recommended"], skip: elsewhere };
const plan = planFor(await builtin(), wish, targets);
const delay = monitorEventLoopDelay({ resolution: 5 });
delay.enable();
const [cpu, began] = [process.cpuUsage(), performance.now()];
let [results, domains, peak] = [0, 0, 0];
const summary = await run(plan, counting, [
  {
    report(report) {
      results += report.results.length;
      if (++domains % 100 === 0) peak = Math.max(peak, process.memoryUsage().rss);
    },
  },
]);
const { user, system } = process.cpuUsage(cpu);
process.stdout.write(
  JSON.stringify({
    domains: summary.targets,
    results,
    asked,
    failed: summary.counts.fail + summary.counts.inconclusive,
    cpu: (user + system) / 1000 / count,
    seconds: (performance.now() - began) / 1000,
    megabytes: peak / 2 ** 20,
    loop: delay.percentile(99) / 1e6,
  }),
);
await net.close();
