import { json, terminal } from "../clean.js";
import { postfixDefault } from "../data/postfix-release.js";
import type { PostfixSeen } from "../facts/postfix/seen.js";
import { serviceName } from "../syntax/postfix/master-cf.js";
import { palette } from "../view/palette.js";
import { padEnd, wrap } from "../view/width.js";
import { counted } from "../view/words.js";
import type { Shell } from "./shell.js";
import { type Look, looksOf } from "./terminal.js";

interface Difference {
  name: string;
  value: string;
  /** Null where the default is not known. */
  default: string | null;
  where: string;
}

/** What differs from the defaults, as a screen or as JSON. */
export function differences(seen: PostfixSeen, flags: Look & { json?: boolean | undefined }, shell: Shell): string {
  const found = [...differencesOf(seen)];
  const { folder, release } = seen;
  if (flags.json) return `${json({ folder, release, differences: found }, 2)}\n`;
  const looks = looksOf(shell.stdout, shell, flags);
  const { bold, dim, spell } = palette(looks);
  const columns = Math.min(looks.columns, 120);
  const lines = [
    `${bold(terminal(folder))}  ${spell(release === null ? "release not known" : `Postfix ${terminal(release)}`)}`,
  ];
  for (const { name, value, default: usual, where } of found) {
    const place = where === "main.cf" ? "" : `  ${terminal(where)}`;
    lines.push("", `  ${terminal(name)}${dim(place)}`);
    lines.push(...told("is", value), ...told("default", usual ?? "not known").map(dim));
  }
  lines.push(
    "",
    `${counted(found.length, "setting")} differ from the defaults`.replace("1 setting differ", "1 setting differs"),
  );
  return `${lines.map((line) => spell(line)).join("\n")}\n`;

  function told(word: string, value: string): string[] {
    const parts = wrap(terminal(value) || "(empty)", Math.max(20, columns - 13));
    return parts.map((part, at) => `    ${padEnd(at === 0 ? word : "", 9)}${part}`);
  }
}

function* differencesOf(seen: PostfixSeen): Generator<Difference> {
  const last = new Map(seen.settings.map((setting) => [setting.name, setting.value]));
  for (const [name, value] of last) {
    const usual = postfixDefault(name, seen.release);
    if (usual !== undefined && usual !== value) yield { name, value, default: usual, where: "main.cf" };
  }
  for (const service of seen.services)
    for (const { name, value } of service.overrides) {
      const usual = last.get(name) ?? postfixDefault(name, seen.release);
      if (usual !== undefined && usual !== value) yield { name, value, default: usual, where: serviceName(service) };
    }
}
