import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { z } from "zod";
import { type Kept, written } from "../baseline.js";
import type { Check } from "../check.js";
import { bounds } from "../bounds.js";
import type { Result } from "../result.js";
import { UsageError } from "../usage.js";

const kept = z.strictObject({
  check: z.string(),
  domain: z.string().optional(),
  subject: z.string(),
  identity: z.string(),
  verdict: z.string(),
  level: z.enum(["warn", "fail"]),
  measure: z.number().optional(),
  lists: z.array(z.string()).optional(),
  since: z.iso.date(),
});

/** What a file of a baseline holds. */
const baselineSchema = z.strictObject({ format: z.literal(1), findings: z.array(kept) });

/** Reads a baseline; `undefined` where there is no such file. Throws a UsageError for what is none. */
export async function readBaseline(file: string, folder: string): Promise<Kept[] | undefined> {
  let text: string;
  try {
    text = await readFile(resolve(folder, file), "utf8");
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") return undefined;
    throw new UsageError(`${file}: ${message}`);
  }
  const read = baselineSchema.safeParse(parsed(text, file));
  if (read.success) return read.data.findings;
  const [issue] = read.error.issues;
  throw new UsageError(
    `${file} is no baseline: ${issue?.path.join(".")}: ${issue?.message}`,
    "mailworthy baseline update FILE writes one",
  );
}

/** Writes a baseline whole or not at all. */
export async function writeBaseline(file: string, folder: string, kept: readonly Kept[]): Promise<void> {
  const path = resolve(folder, file);
  const beside = `${path}.${process.pid}.new`;
  try {
    await writeFile(beside, written(kept), { flag: "wx" });
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw new UsageError(`${file} cannot be written: ${(error as Error).message}`);
  }
}

const finding = z.looseObject({
  verdict: z.string(),
  level: z.enum(["pass", "warn", "fail"]),
  text: z.string(),
  data: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string()), z.array(z.number())])),
  borne: z.looseObject({ by: z.enum(["configuration", "comment", "baseline"]), reason: z.string() }).optional(),
});

/** What is needed of a report in JSON. */
const report = z.looseObject({
  format: z.literal(1),
  results: z.array(
    z.looseObject({
      check: z.string(),
      subject: z.looseObject({ kind: z.string(), name: z.string(), domain: z.string().optional() }),
      status: z.enum(["pass", "skip", "warn", "inconclusive", "fail"]),
      findings: z.array(finding),
      borne: z.array(finding).optional(),
    }),
  ),
});

/** The results in a report that `--json` wrote. Throws a UsageError for another text. */
export function resultsIn(text: string, called: string): Result[] {
  if (text.length > bounds.zones.all) throw new UsageError(`${called} is too long`, "give a report of fewer targets");
  const read = report.safeParse(parsed(text, called));
  if (read.success) return read.data.results as unknown as Result[];
  throw new UsageError(`${called} is no report of mailworthy.`, "mailworthy gate FILE --json writes one");
}

function parsed(text: string, called: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new UsageError(`${called} is no JSON: ${(error as Error).message}`, "write it with --json");
  }
}

/** The datum that measures, by check; and the checks that are never ignored. */
export function aboutChecks(checks: readonly Check[]): { measures: Map<string, string>; never: Set<string> } {
  return {
    measures: new Map(checks.flatMap(({ id, measure }) => (measure === undefined ? [] : [[id, measure]]))),
    never: new Set(checks.flatMap(({ id, ignorable }) => (ignorable === false ? [id] : []))),
  };
}
