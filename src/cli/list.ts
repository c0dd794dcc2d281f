import { json } from "../clean.js";
import { describeCheck, listChecks, listNamed } from "../view/describe.js";
import { nearest } from "../nearest.js";
import { UsageError } from "../usage.js";
import { matches } from "../waiver.js";
import { family } from "../check.js";
import { type SettingFlags, settle } from "./settings.js";
import type { Shell } from "./shell.js";
import { looksOf } from "./terminal.js";

/** Lists checks, of the families or ids that are named; or presets, or reporters. With `quiet`, names alone. */
export async function list(shell: Shell, flags: SettingFlags, words: readonly string[]): Promise<number> {
  const { registry, wish } = await settle(flags, shell);
  const { checks, presets, reporters } = registry;
  const looks = looksOf(shell.stdout, shell, { color: flags.color, ascii: flags.ascii, width: flags.width });
  const write = (text: string): Promise<void> => shell.stdout.write(text);
  const [word] = words;

  if (words.length === 1 && (word === "presets" || word === "reporters")) {
    const named = (word === "presets" ? presets : reporters).map(({ name, title }) => ({ name, title }));
    if (flags.quiet) await write(named.map(({ name }) => `${name}\n`).join(""));
    else await write(flags.json ? `${json(named, 2)}\n` : listNamed(named, looks));
    return 0;
  }

  const families = [...new Set(checks.map(({ id }) => family(id)))];
  const globs = [...words, ...(wish.only ?? [])].map((name) => (families.includes(name) ? `${name}/*` : name));
  for (const glob of globs) {
    if (checks.some(({ id }) => matches(glob, id))) continue;
    const meant = nearest(glob, [...families, "presets", "reporters", ...checks.map(({ id }) => id)]);
    throw new UsageError(`no check "${glob}".${meant ? ` Did you mean ${meant}?` : ""}`, "mailworthy --list");
  }
  const chosen = globs.length === 0 ? checks : checks.filter(({ id }) => globs.some((glob) => matches(glob, id)));
  if (flags.quiet) await write(chosen.map(({ id }) => `${id}\n`).join(""));
  else if (flags.json)
    await write(
      `${json(
        chosen.map((check) => describeCheck(check, presets)),
        2,
      )}\n`,
    );
  else await write(listChecks(chosen, presets, looks));
  return 0;
}
