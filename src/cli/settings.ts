import { resolve } from "node:path";
import type { Wish } from "../audit.js";
import type { Baseline } from "../baseline.js";
import { builtin } from "../builtin.js";
import { type Config, pluginsOf, readConfig, settingsOf } from "../config.js";
import { readDuration } from "../duration.js";
import { findConfig, isCode, loadConfig, loadPlugin, readText, shownAs } from "../load.js";
import { type Registry, withPlugins } from "../plugin.js";
import { type Problem, UsageError } from "../usage.js";
import { duration } from "../view/words.js";
import type { asking, Given, judging, reporting, targeting } from "./flags.js";
import { keysIn } from "./keys.js";
import type { Outside } from "./outside.js";
import type { Shell } from "./shell.js";

export type SettingFlags = Partial<
  Given<typeof judging & typeof asking & typeof reporting & Pick<typeof targeting, "reports">> & {
    /** Nothing is run that is not of the tool itself, whoever named it. */
    untrusted: boolean | undefined;
  }
>;

/** All that is set, whoever set it: flags outweigh the environment, that outweighs the configuration. */
export interface Settings {
  registry: Registry;
  config: Config;
  /** The configuration file as it is shown, where there is one. */
  file?: string;
  /** The folder that paths in the configuration start from. */
  folder: string;
  wish: Wish;
  net: Outside;
  /** Reporters as `NAME` or `NAME:FILE`; none where none was chosen. */
  reporters: readonly string[];
  /** Files and folders, as whole paths, to learn selectors and sending addresses from; `-` is standard input. */
  reports: readonly string[];
  /** What differs from the defaults, and who said so. */
  origins: readonly string[];
  /** Remarks on the configuration that do not stop the run. */
  remarks: readonly Problem[];
}

/** Reads the configuration, unless it is to be left alone, and puts it together with flags and environment. */
export async function settle(flags: SettingFlags, shell: Shell, configured = true): Promise<Settings> {
  const { env, cwd } = shell;
  const origins: string[] = [];
  const document = configured ? await configDocument(flags, shell, origins) : undefined;
  const plugins = await Promise.all(
    (document ? pluginsOf(document) : []).map(async (name) => {
      if (flags.untrusted) throw notRun(`plugin ${name}`);
      if (flags.offline && !flags.config) throw namedFirst(`plugin ${name}`, document!.file);
      return [await loadPlugin(name, document!.folder), name] as const;
    }),
  );
  const registry = withPlugins(await builtin(), plugins);
  const now = new Date();
  const { config, remarks } = document ? readConfig(document, registry, now) : { config: {} as Config, remarks: [] };
  const folder = document?.folder ?? cwd;

  /** The first that is set, noted with where it comes from. */
  const pick = <T>(
    what: string,
    ...from: readonly (readonly [value: T | undefined, origin: string])[]
  ): T | undefined => {
    const found = from.find(([value]) => value !== undefined && !(Array.isArray(value) && value.length === 0));
    if (found) origins.push(`${what} ${[found[0]].flat().join(", ")} (${found[1]})`);
    return found?.[0];
  };
  /** The same for a time in milliseconds. */
  const pickTime = (what: string, ...from: readonly (readonly [ms: number | undefined, origin: string])[]) => {
    const found = from.find(([ms]) => ms !== undefined);
    if (found) origins.push(`${what} ${duration(found[0]!)} (${found[1]})`);
    return found?.[0];
  };
  const inConfig = document?.file ?? "";
  const preset = pick<readonly string[]>("preset", [flags.preset, "--preset"], [several(config.preset), inConfig]);
  const resolvers = pick<readonly string[]>(
    "resolver",
    [flags.resolver, "--resolver"],
    [several(env["MAILWORTHY_RESOLVER"]?.split(",")), "MAILWORTHY_RESOLVER"],
    [several(config.resolver), inConfig],
  );
  const reporters = pick<readonly string[]>(
    "reporter",
    [flags.json ? [...(flags.reporter ?? []), "json"] : flags.reporter, flags.json ? "--json" : "--reporter"],
    [several(env["MAILWORTHY_REPORTER"]?.split(",")), "MAILWORTHY_REPORTER"],
    [config.reporters, inConfig],
  );
  const reports = pick<readonly string[]>(
    "reports",
    [flags.reports?.map((path) => whole(path, cwd)), "--reports"],
    [several(config.reports)?.map((path) => whole(path, folder)), inConfig],
  );
  const strict = pick("strict", [flags.strict, "--strict"], [config.strict, inConfig]);
  const controls = pick<readonly string[]>("control", [flags.control, "--control"], [config.controls, inConfig]);
  const trustAd = pick("trust-ad", [flags["trust-ad"], "--trust-ad"], [config.trustAd, inConfig]);
  const lists = pick<readonly string[]>("lists", [config.lists, inConfig]);
  const totalTimeout = pickTime("time for the run", [flags.timeout, "--timeout"], [inMs(config.limits?.run), inConfig]);
  const timeout = pickTime("time for a target", [inMs(config.limits?.target), inConfig]);
  const together = pick("targets at once", [config.limits?.together, inConfig]);
  const roots = pick(
    "roots",
    [flags.ca && resolve(cwd, flags.ca), "--ca"],
    [config.ca && resolve(folder, config.ca), inConfig],
  );
  const { keys, from } = keysIn(env);
  for (const name of from) origins.push(`a key of a list, which is not shown (${name})`);
  const baseline = flags.baseline === undefined ? undefined : await baselineIn(flags.baseline, cwd, registry);
  pick("baseline", [flags.baseline, "--baseline"]);
  pick("only", [flags.only, "--only"]);
  pick("skip", [flags.skip, "--skip"]);

  return {
    registry,
    config,
    ...(document && { file: document.file }),
    folder,
    wish: {
      checks: settingsOf(config),
      ...(preset && { preset }),
      ...(flags.only?.length && { only: flags.only }),
      ...(flags.skip?.length && { skip: flags.skip }),
      ...(config.waivers && { waivers: config.waivers as NonNullable<Wish["waivers"]> }),
      ...(baseline && { baseline }),
      ...(strict !== undefined && { strict }),
      ...(controls && { controls }),
      ...(lists && { lists }),
      ...(trustAd !== undefined && { trustAd }),
      ...(totalTimeout !== undefined && { totalTimeout }),
      ...(timeout !== undefined && { timeout }),
      ...(together !== undefined && { together }),
    },
    net: {
      ...(resolvers && { resolvers }),
      ...(roots !== undefined && { ca: await readText(roots) }),
      ...(flags["allow-private"] && { allowPrivate: true }),
      ...(config.connectTo && { connectTo: config.connectTo }),
      ...(from.length > 0 && { keys }),
      ...(flags.offline && { offline: true }),
      ...(flags.replay !== undefined && { replay: resolve(cwd, flags.replay) }),
      ...(flags.record !== undefined && { record: resolve(cwd, flags.record) }),
    },
    reporters: reporters ?? [],
    reports: reports ?? [],
    origins,
    remarks,
  };
}

async function baselineIn(file: string, folder: string, { checks }: Registry): Promise<Baseline> {
  const { aboutChecks, readBaseline } = await import("./baseline-file.js");
  const { Baseline } = await import("../baseline.js");
  const kept = await readBaseline(file, folder);
  if (!kept) throw new UsageError(`there is no ${file}.`, `mailworthy baseline update ${file} REPORT writes it`);
  return new Baseline(kept, aboutChecks(checks).measures, file);
}

async function configDocument(flags: SettingFlags, { env, cwd }: Shell, origins: string[]) {
  const chosen = flags.config ?? (env["MAILWORTHY_CONFIG"] || undefined);
  const file = chosen ?? (await findConfig(cwd));
  if (file === undefined) return undefined;
  if (flags.untrusted && isCode(file)) throw notRun(`a configuration that is code: ${shownAs(file, cwd)}`);
  if (flags.offline && isCode(file) && chosen === undefined) throw namedFirst("a configuration that is code", file);
  const document = await loadConfig(file, cwd);
  const origin = flags.config ? "--config" : chosen === undefined ? "found" : "MAILWORTHY_CONFIG";
  origins.push(`config ${document.file} (${origin})`);
  return document;
}

const notRun = (what: string): UsageError =>
  new UsageError(`--untrusted does not run ${what}.`, "a configuration in YAML or JSON, without plugins");

/** Without a network nothing of the working tree is run unless it was named: it may come from somebody else's change. */
const namedFirst = (what: string, file: string): UsageError =>
  new UsageError(`--offline does not run ${what} that was only found.`, `--config ${file}, if you trust it`);

const several = (value: string | readonly string[] | undefined): readonly string[] | undefined =>
  value === undefined ? undefined : [value].flat().filter((word) => word !== "");

const whole = (path: string, from: string): string => (path === "-" ? path : resolve(from, path));

const inMs = (written: string | undefined): number | undefined =>
  written === undefined ? undefined : readDuration(written);
