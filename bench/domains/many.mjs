// Many domains, DNS only, with every DNS check judged: CPU time, throughput and memory as their number grows.
//
//   npm run build && node bench/domains/many.mjs [COUNT ...]
//
// Needs nsd. `asked` counts questions of the facts; those that another had asked before are not sent again.
import { execFileSync } from "node:child_process";
import { serve } from "./zones.mjs";

const counts = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [1_000, 10_000, 20_000];
const server = await serve(Math.max(...counts));
try {
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  for (const count of counts) {
    const words = ["bench/domains/audit.mjs", String(server.port), String(count)];
    const told = JSON.parse(execFileSync(process.execPath, words, { encoding: "utf8" }));
    if (told.domains !== count || told.failed > 0) throw new Error(`not as it ought to be: ${JSON.stringify(told)}`);
    process.stdout.write(
      `${String(count).padStart(7)} domains  ${told.cpu.toFixed(2)} ms CPU each  ${(count / told.seconds).toFixed(0)} a second  ` +
        `${(told.results / count).toFixed(0)} results and ${(told.asked / count).toFixed(0)} questions each  ` +
        `peak ${told.megabytes.toFixed(0)} MB  loop delay p99 ${told.loop.toFixed(0)} ms\n`,
    );
  }
} finally {
  await server.close();
}
