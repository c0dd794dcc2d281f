import { withoutKeys } from "../data/blocklist.js";
import { blocklists } from "../data/blocklists.js";
import { UsageError } from "../usage.js";
import type { Shell } from "./shell.js";

const variables = [...new Set(blocklists.flatMap(({ key }) => (key ? [key.env] : [])))];

/** The keys in the environment, by the zones of the lists they open; and the variables they stand in. */
export function keysIn(env: Shell["env"]): { keys: Record<string, string>; from: string[] } {
  const from = variables.filter((name) => env[name]);
  for (const name of from) {
    if (!/^[a-z0-9_-]{1,63}$/i.test(env[name]!))
      throw new UsageError(`${name} holds no key: a key is one label of a DNS name.`);
  }
  const opened = blocklists.flatMap(({ zone, key }) => (key && from.includes(key.env) ? [[zone, env[key.env]!]] : []));
  return { keys: Object.fromEntries(opened) as Record<string, string>, from };
}

/** Refuses a command line that holds a key: any user of this machine can read it there, and shells keep it. */
export function refuseKeys(argv: readonly string[], env: Shell["env"]): void {
  for (const { zone, key } of blocklists) {
    if (!key) continue;
    const { [key.env]: own } = env;
    const holds = (word: string): boolean =>
      word.toLowerCase().includes(`.${key.zone}`) || (own !== undefined && own.length > 9 && word.includes(own));
    if (argv.some(holds))
      throw new UsageError(
        "a key stands on the command line, where others can read it.",
        `${key.env} in the environment, and ${zone} as the list`,
      );
  }
}

/** A complaint as it may be printed: what it quotes may hold a key. */
export const concealed = (text: string, env: Shell["env"]): string =>
  variables.reduce((left, name) => (env[name] ? left.replaceAll(env[name], "KEY") : left), withoutKeys(text));
