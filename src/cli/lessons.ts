import type { Learnt } from "../reports/learnt.js";
import { readReports } from "../reports/read.js";
import { Sums } from "../reports/sums.js";
import type { Target } from "../target.js";
import type { Targets } from "../targets.js";
import { UsageError } from "../usage.js";
import { counted, listed } from "../view/words.js";
import { tellProblems } from "./complaint.js";
import type { Shell } from "./shell.js";

/**
 * Targets with what reports and messages show of them, where nothing is declared. What was read is said, as is what could
 * not be; where nothing could be read, there is no run.
 */
export async function taught({ targets, ...rest }: Targets, paths: readonly string[], shell: Shell): Promise<Targets> {
  const sums = new Sums();
  const sources = { paths, folder: shell.cwd, input: () => shell.stdin.octets() };
  for await (const found of readReports(sources)) sums.add(found);
  const { tally, learnt, problems } = sums;
  await tellProblems(problems, tally.broken, shell);
  if (tally.dmarc + tally.tls + tally.messages === 0)
    throw new UsageError("no report to learn from.", "mailworthy reports PATH");
  const read = [
    ...(tally.dmarc > 0 ? [counted(tally.dmarc, "report")] : []),
    ...(tally.messages > 0 ? [counted(tally.messages, "message")] : []),
  ];
  const domains = counted(learnt.domains().length, "domain");
  const from = listed(read) || counted(tally.tls, "TLS report");
  await shell.stderr.write(
    `mailworthy: selectors and senders of ${domains} learnt from ${from}, for where none is declared\n`,
  );
  return { ...rest, targets: withLessons(targets, learnt) };
}

async function* withLessons(targets: AsyncIterable<Target>, learnt: Learnt): AsyncGenerator<Target> {
  for await (const target of targets) {
    if (target.domain === undefined) {
      yield target;
      continue;
    }
    const { selectors, senders } = learnt.of(target.domain);
    const lesson = {
      ...(selectors.length > 0 && !target.selectors?.length && !target.keys && { selectors }),
      ...(senders.length > 0 && !target.senders?.length && { senders }),
    };
    yield Object.keys(lesson).length > 0 ? { ...target, learnt: lesson } : target;
  }
}
