import { type FileHandle, open, realpath, rename, rm, stat } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { nearest } from "../nearest.js";
import type { Out, Reporter, ReporterFormat, ReporterOptions } from "../reporter.js";
import type { Result, Summary } from "../result.js";
import { UsageError } from "../usage.js";
import { listed } from "../view/words.js";
import { reasonOf } from "./complaint.js";
import { JobSummary } from "./job-summary.js";
import { type Look, looksOf, looksOfFile } from "./terminal.js";
import { isRecipient, type Post, Posted, postTo } from "./posted.js";
import type { Shell } from "./shell.js";

/** The reporters of a run and the places they write to. */
export interface Output {
  reporters: Reporter[];
  /** Whether what has standard output says the last line of the run itself. */
  closes: boolean;
  /** The exit code as what has standard output wants it. */
  exit(summary: Summary): number;
  /** Whether anything is written to files. */
  hasFiles: boolean;
  /** Puts the files in place. What could not be written is told, one line each. */
  finish(): Promise<string[]>;
  /** Removes what is half written. */
  discard(): Promise<void>;
}

interface Surroundings {
  shell: Shell;
  look: Look;
  /** Whether to serve the build server as well. */
  ci: boolean;
  /** Called before anything goes to a terminal. */
  beforeWrite?(): void;
  /** Called when nobody reads standard output any longer. */
  onClosed?(): void;
}

interface Wanted {
  format: ReporterFormat;
  /** Standard output where left out. */
  file?: string;
  /** Nobody asked for it: standard error, for what is meant for the build server beside a report. */
  aside?: boolean;
  /** Not a file, but somebody to send it to. */
  post?: Post;
}

/** Where a report goes that is there, or sent, when it is whole. */
type Place = Pick<ReportFile, "path" | "finish" | "discard"> & { write(text: string): void | Promise<void> };

/**
 * Opens reporters given as `NAME` or `NAME:FILE`. One of them owns standard output: the one without a file, or text.
 * A reporter that cannot write is dropped, so that the others go on, and told in the end.
 */
export async function openOutput(
  specs: readonly string[],
  formats: readonly ReporterFormat[],
  options: ReporterOptions,
  { shell, look, ci, beforeWrite, onClosed }: Surroundings,
): Promise<Output> {
  const wanted = specs.map((spec) => wantedBy(spec, formats, shell.env));
  const owners = wanted.filter(({ file }) => file === undefined);
  if (owners.length > 1) {
    const names = owners.map(({ format }) => format.name);
    throw new UsageError(
      `${names.join(" and ")} both want standard output.`,
      `give one a file: --reporter ${names.at(-1)}:FILE`,
    );
  }
  if (owners.length === 0) wanted.unshift({ format: formatNamed("text", formats) });
  const served = ci ? forGitHub(wanted, formats, shell) : [];
  if (served.length > 0)
    await shell.stderr.write(`mailworthy: GitHub Actions: ${listed(served)} added; --no-ci leaves them out\n`);

  const failures: string[] = [];
  const files: Place[] = [];
  const remark = (error: unknown): Promise<void> =>
    shell.stderr.write(`mailworthy: no job summary: ${reasonOf(error)}\n`);
  const reporters: Reporter[] = [];
  for (const { format, file, aside, post } of wanted) {
    let place: Place | undefined;
    const failed = (error: unknown): void => {
      if (file === undefined && (error as NodeJS.ErrnoException).code === "EPIPE") return onClosed?.();
      void place?.discard();
      failures.push(`report not written: ${format.name}${file ? `:${file}` : ""}: ${reasonOf(error)}`);
    };
    let out: Out;
    if (file === undefined) {
      const stream = aside ? shell.stderr : shell.stdout;
      out = {
        ...looksOf(stream, shell, look),
        write(text) {
          beforeWrite?.();
          return stream.write(text);
        },
      };
    } else {
      const path = resolve(shell.cwd, file);
      const opened = aside
        ? new JobSummary(path, remark)
        : post
          ? new Posted(post)
          : await ReportFile.open(path).catch(failed);
      if (!opened) continue;
      files.push((place = opened));
      out = { ...looksOfFile(look), write: (text) => opened.write(text) };
    }
    reporters.push(guarded(format.open(out, { ...options, ...(post && { mail: post }) }), failed));
  }
  const { format: owner } = owners[0] ?? wanted[0]!;
  return {
    reporters,
    closes: owner.closes ?? false,
    exit: (summary) => owner.exit?.(summary) ?? summary.exit,
    hasFiles: wanted.some(({ file, aside }) => file !== undefined && !aside),
    async finish() {
      for (const file of files)
        await file
          .finish()
          .catch((error: unknown) => failures.push(`report not written: ${file.path}: ${reasonOf(error)}`));
      return failures;
    },
    discard: async () => void (await Promise.all(files.map((file) => file.discard()))),
  };
}

/** Adds what GitHub Actions shows beside the log, as far as it was not asked for, and says what that is. */
function forGitHub(wanted: Wanted[], formats: readonly ReporterFormat[], { env, cwd }: Shell): string[] {
  const added: string[] = [];
  if (!wanted.some(({ format }) => format.name === "github")) {
    wanted.push({ format: formatNamed("github", formats), aside: true });
    added.push("annotations");
  }
  const summary = env["GITHUB_STEP_SUMMARY"];
  if (summary && !wanted.some(({ file }) => file !== undefined && resolve(cwd, file) === resolve(cwd, summary))) {
    wanted.push({ format: formatNamed("markdown", formats), file: summary, aside: true });
    added.push("a job summary");
  }
  return added;
}

function wantedBy(spec: string, formats: readonly ReporterFormat[], env: Shell["env"]): Wanted {
  const colon = spec.indexOf(":");
  const format = formatNamed(colon < 0 ? spec : spec.slice(0, colon), formats);
  const file = colon < 0 ? "-" : spec.slice(colon + 1);
  if (file === "") throw new UsageError(`--reporter ${spec}: the file is missing.`);
  const posted = format.name === "mail" && isRecipient(file);
  return { format, ...(file !== "-" && { file }), ...(posted && { post: postTo(file, env) }) };
}

function formatNamed(name: string, formats: readonly ReporterFormat[]): ReporterFormat {
  const found = formats.find((format) => format.name === name);
  if (found) return found;
  const names = formats.map((format) => format.name);
  const meant = nearest(name, names);
  throw new UsageError(`no reporter "${name}". ${meant ? `Did you mean ${meant}?` : `There is ${names.join(", ")}.`}`);
}

/** A reporter that is left alone after it failed once. */
function guarded(reporter: Reporter, failed: (error: unknown) => void): Reporter {
  let broken = false;
  const fail = (error: unknown): void => {
    broken = true;
    failed(error);
  };
  const guard =
    <T>(call: ((value: T) => void | Promise<void>) | undefined) =>
    async (value: T): Promise<void> => {
      if (broken) return;
      try {
        await call?.call(reporter, value);
      } catch (error) {
        fail(error);
      }
    };
  const landed = (result: Result): void => {
    if (broken) return;
    try {
      reporter.result!(result);
    } catch (error) {
      fail(error);
    }
  };
  return {
    start: guard(reporter.start),
    ...(reporter.result && { result: landed }),
    report: guard(reporter.report),
    end: guard(reporter.end),
  };
}

/**
 * A file that is there whole or not at all: written beside its place, and moved there when it is on the disk. A pipe or
 * a device is written to as it is: nothing may take its place.
 */
class ReportFile {
  readonly path: string;
  readonly #beside: string | undefined;
  readonly #handle: FileHandle;
  #done = false;

  private constructor(path: string, beside: string | undefined, handle: FileHandle) {
    this.path = path;
    this.#beside = beside;
    this.#handle = handle;
  }

  static async open(named: string): Promise<ReportFile> {
    const path = await realpath(named).catch(() => named);
    const there = await stat(path).catch(() => undefined);
    const beside = there && !there.isFile() && !there.isDirectory() ? undefined : `${path}.${process.pid}.part`;
    return new ReportFile(path, beside, await open(beside ?? path, "w"));
  }

  async write(text: string): Promise<void> {
    await this.#handle.writeFile(text);
  }

  async finish(): Promise<void> {
    if (this.#done) return;
    try {
      if (this.#beside !== undefined) {
        await this.#handle.sync();
        await this.#handle.close();
        await rename(this.#beside, this.path);
        this.#done = true;
        await syncFolder(dirname(this.path));
      }
    } finally {
      await this.discard();
    }
  }

  async discard(): Promise<void> {
    if (this.#done) return;
    this.#done = true;
    await this.#handle.close().catch(() => {});
    if (this.#beside !== undefined) await rm(this.#beside, { force: true });
  }
}

/** A new name is on the disk when its folder is; not every system lets a folder be opened. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path).catch(() => undefined);
  await folder?.sync().catch(() => {});
  await folder?.close();
}
