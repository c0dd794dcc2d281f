// Asks other implementations and us the same of made-up domains: `npm run differences [COUNT]`.
import { compare, type Comparison, madeUp } from "./compare.js";
import type { Peer } from "./peer.js";
import { peers } from "./peers/index.js";

const write = (line: string): boolean => process.stdout.write(`${line}\n`);

function describe({ peer, op, same, explained, unexplained }: Comparison, version: string): void {
  const known = [...explained.values()].reduce((sum, count) => sum + count, 0);
  write(`${peer} ${version}  ${op}  ${same} the same, ${known} explained, ${unexplained.length} not explained`);
  for (const [{ id }, count] of [...explained].sort(([, a], [, b]) => b - a)) write(`  ${count} × ${id}`);
  for (const { case: one, ours, theirs } of unexplained.slice(0, 3)) {
    write(`  ! ${JSON.stringify(one)}\n    ours   ${JSON.stringify(ours)}\n    theirs ${JSON.stringify(theirs)}`);
  }
}

async function ask(peer: Peer, count: number): Promise<void> {
  const version = peer.version();
  if (version === undefined) return void write(`${peer.name} is not installed`);
  for (const op of peer.ops) {
    const comparison = await compare(peer, op, madeUp(op, count));
    describe(comparison, version);
    if (comparison.unexplained.length > 0) process.exitCode = 1;
  }
}

const count = Number(process.argv[2] ?? 1000);
if (!Number.isInteger(count) || count < 1) {
  process.stderr.write("usage: npm run differences [COUNT]\n");
  process.exitCode = 2;
} else {
  for (const peer of peers) await ask(peer, count);
}
