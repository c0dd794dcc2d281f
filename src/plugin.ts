import { type Check, family } from "./check.js";
import { namesOfPresets, type Preset } from "./preset.js";
import type { ReporterFormat } from "./reporter.js";
import { UsageError } from "./usage.js";

/** What somebody adds from outside: checks named `plugin/…`, reporters and presets named `plugin/…` too. */
export interface Plugin {
  name: string;
  checks?: readonly Check<any, any, any, any>[];
  reporters?: readonly ReporterFormat[];
  presets?: readonly Preset[];
}

export const definePlugin = (plugin: Plugin): Plugin => plugin;

/** All that a run can choose from: what is built in, and what plugins add. */
export interface Registry {
  checks: readonly Check[];
  presets: readonly Preset[];
  reporters: readonly ReporterFormat[];
}

/** The registry with what the plugins bring, each known by where it comes from; a name may be taken once. */
export function withPlugins(registry: Registry, plugins: Iterable<readonly [plugin: Plugin, from: string]>): Registry {
  let { checks, presets, reporters } = registry;
  const names = new Set([...checks.map(({ id }) => family(id)), ...namesOfPresets(presets), ...reporters.map(nameOf)]);
  for (const [plugin, from] of plugins) {
    admit(plugin, from);
    if (names.has(plugin.name)) throw new UsageError(`${from}: the name "${plugin.name}" is taken`);
    names.add(plugin.name);
    checks = [...checks, ...(plugin.checks ?? [])];
    presets = [...presets, ...(plugin.presets ?? [])];
    reporters = [...reporters, ...(plugin.reporters ?? [])];
  }
  return { checks, presets, reporters };
}

/** Refuses a plugin whose names are not under its own, or that uses one twice. */
export function admit(plugin: Plugin, from: string): Plugin {
  if (typeof plugin?.name !== "string" || !/^[a-z][a-z0-9-]*$/.test(plugin.name)) {
    throw new UsageError(`${from}: not a plugin`, 'export default definePlugin({ name: "acme", checks: […] })');
  }
  const ids = (plugin.checks ?? []).map(({ id }) => id);
  for (const names of [ids, (plugin.reporters ?? []).map(nameOf), namesOfPresets(plugin.presets ?? [])]) {
    const stray = names.find((name) => !name.startsWith(`${plugin.name}/`) && (name !== plugin.name || names === ids));
    if (stray !== undefined)
      throw new UsageError(
        `${from}: "${stray}" is not under the plugin's own name`,
        `call it "${plugin.name}/${stray.split("/").at(-1)}"`,
      );
    const twice = names.find((name, at) => names.indexOf(name) !== at);
    if (twice !== undefined) throw new UsageError(`${from}: "${twice}" is there twice`);
  }
  return plugin;
}

const nameOf = ({ name }: { name: string }): string => name;
