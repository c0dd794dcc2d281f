import type { Out } from "../reporter.js";
import type { Shell, Stream } from "./shell.js";

/** What the user says about how things are shown. */
export interface Look {
  color?: "auto" | "always" | "never" | undefined;
  ascii?: boolean | undefined;
  width?: number | undefined;
}

/** Columns where nothing says how wide the place is. */
const columns = { terminal: 80, elsewhere: 100 };

/** What a stream can show, by the user's word, the environment and the kind of stream. */
export function looksOf(
  stream: Pick<Stream, "tty" | "columns">,
  { env, platform }: Pick<Shell, "env" | "platform">,
  look: Look,
): Omit<Out, "write"> {
  const dumb = env["TERM"] === "dumb";
  const colour = {
    always: true,
    never: false,
    auto: isForced(env["FORCE_COLOR"]) ?? (!env["NO_COLOR"] && !dumb && stream.tty),
  }[look.color ?? "auto"];
  // Some terminals report 0 columns: they do not know.
  const given = Number(/^\d+$/.exec(env["COLUMNS"] ?? "")?.[0]) || undefined;
  const told = stream.tty ? stream.columns || given || columns.terminal : given;
  return {
    columns: look.width ?? told ?? columns.elsewhere,
    colour,
    ascii: look.ascii ?? (stream.tty && !hasUnicode({ env, platform })),
    links: colour && stream.tty && !dumb && hasLinks(env),
  };
}

/** What a file can show. */
export const looksOfFile = ({ ascii, width }: Look): Omit<Out, "write"> => ({
  columns: width ?? columns.elsewhere,
  colour: false,
  ascii: ascii ?? false,
  links: false,
});

const isForced = (value: string | undefined): boolean | undefined =>
  value === undefined ? undefined : value !== "0" && value !== "false";

/** Whether a terminal shows more than ASCII, as far as it says. */
function hasUnicode({ env, platform }: Pick<Shell, "env" | "platform">): boolean {
  if (env["TERM"] === "linux") return false;
  if (platform === "win32") return ["WT_SESSION", "TERM_PROGRAM", "ConEmuTask"].some((name) => env[name]);
  const locale = env["LC_ALL"] || env["LC_CTYPE"] || env["LANG"];
  return !locale || /utf-?8/i.test(locale);
}

/** Terminals that show OSC 8 hyperlinks and say who they are. */
function hasLinks(env: Shell["env"]): boolean {
  return (
    Number(env["VTE_VERSION"] ?? 0) >= 5000 ||
    ["iTerm.app", "WezTerm", "vscode", "ghostty"].includes(env["TERM_PROGRAM"] ?? "") ||
    env["WT_SESSION"] !== undefined ||
    env["TERM"] === "xterm-kitty"
  );
}
