import type { Check } from "./check.js";
import type { Preset } from "./preset.js";
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

/** Refuses a plugin whose names are not under its own. */
export function admit(plugin: Plugin, from: string): Plugin {
  if (typeof plugin?.name !== "string" || !/^[a-z][a-z0-9-]*$/.test(plugin.name)) {
    throw new UsageError(`${from}: not a plugin`, 'export default definePlugin({ name: "acme", checks: […] })');
  }
  const names = [
    ...(plugin.checks ?? []).map(({ id }) => id),
    ...[...(plugin.reporters ?? []), ...(plugin.presets ?? [])].map(({ name }) => name),
  ];
  const stray = names.find((name) => !name.startsWith(`${plugin.name}/`) && name !== plugin.name);
  if (stray)
    throw new UsageError(
      `${from}: "${stray}" is not under the plugin's own name`,
      `call it "${plugin.name}/${stray.split("/").at(-1)}"`,
    );
  return plugin;
}
