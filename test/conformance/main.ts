// Runs published suites: `npm run conformance -- FOLDER`, or `-` for case lines in and answer lines out.
import { createInterface } from "node:readline";
import type { Case } from "./case.js";
import { knownExceptions } from "./exceptions.js";
import { ops } from "./ops/index.js";
import { answer, describeScore, failed, readSuites, score } from "./suite.js";

const write = (line: string): boolean => process.stdout.write(`${line}\n`);

async function filter(): Promise<void> {
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    if (line.trim() === "") continue;
    let input: Case;
    try {
      input = JSON.parse(line) as Case;
    } catch (error) {
      process.stderr.write(`not a case: ${(error as Error).message}\n`);
      process.exitCode = 2;
      continue;
    }
    const got = await answer(input, ops);
    if (!write(JSON.stringify({ id: input.id, got }))) {
      await new Promise<void>((resolve) => process.stdout.once("drain", resolve));
    }
  }
}

async function suites(folder: string): Promise<void> {
  const found = readSuites(folder);
  if (!found) {
    write(`no suites: there is no folder ${folder}`);
    return;
  }
  const exceptions = knownExceptions();
  const scores = [];
  for (const suite of found) {
    const one = await score(suite, ops, exceptions);
    scores.push(one);
    for (const line of describeScore(one)) write(line);
  }
  if (failed(scores)) process.exitCode = 1;
}

const [where] = process.argv.slice(2);
if (where === undefined) {
  process.stderr.write("usage: npm run conformance -- FOLDER, or - to answer cases on standard input\n");
  process.exitCode = 2;
} else {
  await (where === "-" ? filter() : suites(where));
}
