import type { Check } from "./check.js";
import type { Registry } from "./plugin.js";

/** What comes with the tool. It is imported when it is first asked for, so that help and completion do without. */
export async function builtin(): Promise<Registry> {
  const [checks, presets, reporters] = await Promise.all([
    import("../checks/index.js"),
    import("../checks/presets/index.js"),
    import("../reporters/index.js"),
  ]);
  return { checks: checks.default as readonly Check[], presets: presets.default, reporters: reporters.default };
}
