import { UsageError } from "../usage.js";
import { defineCommand } from "./command.js";
import { commands } from "./commands.js";
import type { Flags } from "./flags.js";
import { nearest } from "../nearest.js";

/** A command as completion knows it. */
interface Known {
  name: string;
  about: string;
  flags: Flags;
}

const scripts = { bash, zsh, fish };

export default defineCommand({
  name: "completion",
  about: "a script for bash, zsh or fish",
  usage: [["completion SHELL", "bash, zsh or fish"]],
  flags: {},
  words: { placeholder: "SHELL", least: 1, most: 1 },
  exits: [],
  examples: [
    "source <(mailworthy completion bash)",
    "mailworthy completion zsh > ~/.zfunc/_mailworthy",
    "mailworthy completion fish > ~/.config/fish/completions/mailworthy.fish",
  ],
  async run({ stdout }, _flags, [shell]) {
    const names = Object.keys(scripts);
    const script = scripts[shell as keyof typeof scripts];
    if (!Object.hasOwn(scripts, shell!)) {
      const meant = nearest(shell!, names);
      throw new UsageError(
        `no shell "${shell}". ${meant ? `Did you mean ${meant}?` : `There is ${names.join(", ")}.`}`,
      );
    }
    const known = await Promise.all(
      commands.map(async ({ name, about, load }): Promise<Known> => {
        return { name, about, flags: (await load()).default.flags as Flags };
      }),
    );
    await stdout.write(script(known));
    return 0;
  },
});

/** What completes a value: files by the shell, names by the tool itself, choices as they are. */
const wordsFor = ({ complete, choices }: Flags[string]): string | undefined => {
  if (choices) return `printf '%s\\n' ${choices.join(" ")}`;
  if (complete === undefined || complete === "files") return undefined;
  return `mailworthy --list${complete === "checks" ? "" : ` ${complete}`} --quiet 2>/dev/null`;
};

/** What explain knows by a name: checks, and presets. */
const explained = "mailworthy --list --quiet 2>/dev/null; mailworthy --list presets --quiet 2>/dev/null";

const valued = (known: readonly Known[]): [string, Flags[string]][] => {
  const all = new Map(known.flatMap(({ flags }) => Object.entries(flags)));
  return [...all].filter(([, { value }]) => value !== undefined);
};
const spellings = ([name, { short }]: [string, Flags[string]]): string[] => [
  `--${name}`,
  ...(short ? [`-${short}`] : []),
];
const allFlags = (flags: Flags): string[] => [...Object.entries(flags).flatMap(spellings), "--help", "-h"];

function bash(known: readonly Known[]): string {
  const names = known.map(({ name }) => name);
  const values = valued(known).map((flag) => {
    const words = wordsFor(flag[1]);
    const does = words ? `COMPREPLY=($(compgen -W "$(${words})" -- "$word"))` : 'COMPREPLY=($(compgen -f -- "$word"))';
    return `    ${spellings(flag).join("|")}) ${does}; return;;`;
  });
  const flags = known.map(({ name, flags: of }) => `    ${name}) flags="${allFlags(of).join(" ")}";;`);
  return `# mailworthy completion for bash
_mailworthy() {
  local word="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}" command=audit flags at
  for ((at = 1; at < COMP_CWORD; at++)); do
    case "\${COMP_WORDS[at]}" in ${names.join("|")}) command="\${COMP_WORDS[at]}"; break;; esac
  done
  case "$before" in
${values.join("\n")}
  esac
  case "$command" in
${flags.join("\n")}
  esac
  if [[ "$word" == -* ]]; then
    COMPREPLY=($(compgen -W "$flags" -- "$word"))
  elif [[ "$command" == explain ]]; then
    COMPREPLY=($(compgen -W "$(${explained})" -- "$word"))
  elif [[ "$command" == completion ]]; then
    COMPREPLY=($(compgen -W "bash zsh fish" -- "$word"))
  elif ((COMP_CWORD == 1)); then
    COMPREPLY=($(compgen -W "${names.join(" ")}" -- "$word"))
  fi
}
complete -o default -F _mailworthy mailworthy
`;
}

function zsh(known: readonly Known[]): string {
  const quoted = (text: string): string => text.replace(/['[\]:\\]/g, (char) => (char === "'" ? "'\\''" : `\\${char}`));
  const specs = (flags: Flags): string[] =>
    Object.entries(flags).flatMap(([name, flag]) => {
      const words = wordsFor(flag);
      const value = flag.value === undefined ? "" : `:${flag.value.toLowerCase().replace(/\W+/g, " ")}:`;
      const action = flag.value === undefined ? "" : words ? `{compadd -- \${(f)"$(${words})"}}` : "_files";
      const repeat = flag.many || flag.count ? "*" : "";
      return spellings([name, flag]).map(
        (spelling) => `'${repeat}${spelling}[${quoted(flag.help)}]${value}${action.replaceAll("'", "'\\''")}'`,
      );
    });
  const rest: Record<string, string> = {
    explain: `'*:id:{compadd -- \${(f)"$(${explained})"}}'`,
    completion: `'1:shell:(bash zsh fish)'`,
  };
  const cases = known.map(
    ({ name, flags }) =>
      `    ${name}) _arguments ${[...specs(flags), rest[name] ?? "'*:target:_default'"].join(" ")};;`,
  );
  const heads = known.map(({ name, about }) => `'${name}:${quoted(about)}'`);
  return `#compdef mailworthy
# mailworthy completion for zsh
_mailworthy() {
  local -a commands
  commands=(${heads.join(" ")})
  local command=audit
  if (( CURRENT > 2 )) && (( \${commands[(I)\${words[2]}:*]} )); then
    command=\${words[2]}
    shift words
    (( CURRENT-- ))
  elif (( CURRENT == 2 )) && [[ \${words[2]} != -* ]]; then
    _describe command commands
    return
  fi
  case $command in
${cases.join("\n")}
  esac
}
if [[ $funcstack[1] == _mailworthy ]]; then _mailworthy "$@"; else compdef _mailworthy mailworthy; fi
`;
}

function fish(known: readonly Known[]): string {
  const quoted = (text: string): string => `'${text.replace(/['\\]/g, "\\$&")}'`;
  const names = known.map(({ name }) => name).join(" ");
  const lines = known.flatMap(({ name, about, flags }) => {
    const when =
      name === "audit"
        ? `"not __fish_seen_subcommand_from ${names}; or __fish_seen_subcommand_from audit"`
        : `"__fish_seen_subcommand_from ${name}"`;
    const ofFlags = Object.entries(flags).map(([flag, { short, value, help, ...more }]) => {
      const words = wordsFor({ ...more, help } as Flags[string]);
      const takes = value === undefined ? "" : words ? ` -x -a "(${words})"` : " -r";
      return `complete -c mailworthy -n ${when}${short ? ` -s ${short}` : ""} -l ${flag}${takes} -d ${quoted(help)}`;
    });
    return [`complete -c mailworthy -n __fish_use_subcommand -a ${name} -d ${quoted(about)}`, ...ofFlags];
  });
  return [
    "# mailworthy completion for fish",
    ...lines,
    `complete -c mailworthy -n "__fish_seen_subcommand_from explain" -x -a "(${explained})"`,
    `complete -c mailworthy -n "__fish_seen_subcommand_from completion" -x -a "bash zsh fish"`,
    "",
  ].join("\n");
}
