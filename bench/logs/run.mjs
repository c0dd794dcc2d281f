// One analysis in a process of its own, for its time and memory: node run.mjs FILE
import { Count } from "../../dist/src/log/count.js";
import { inOrder, readLog } from "../../dist/src/log/read.js";

const { paths, latest } = await inOrder(process.argv.slice(2));
const count = new Count(latest);
const began = process.cpuUsage();
for (const path of paths) await readLog(path, count);
const { user, system } = process.cpuUsage(began);
const { lines, totals } = count.summary(paths.length, 10);
const seconds = (user + system) / 1e6;
process.stdout.write(
  `${JSON.stringify({
    seconds,
    rate: Math.round(lines.all / seconds),
    memory: process.resourceUsage().maxRSS,
    lines,
    totals,
  })}\n`,
);
