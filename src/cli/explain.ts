import type { Registry } from "../plugin.js";
import type { Out } from "../reporter.js";
import { UsageError } from "../usage.js";
import { defineCommand } from "./command.js";
import { configuring, printing } from "./flags.js";

export default defineCommand({
  name: "explain",
  about: "a check, a profile or what it requires, a bounce code",
  usage: [
    ["explain ID...", "checks by id: spf/lookup-limit"],
    ["explain PROFILE...", "what a provider requires: gmail-bulk"],
    ["explain CODE...", "what a bounce code is about: 5.2.2, 5.7.26"],
  ],
  flags: { ...configuring, ...printing },
  words: { placeholder: "ID", least: 1 },
  exits: ["0 explained   2 nothing by that name"],
  examples: [
    "mailworthy explain spf/lookup-limit",
    "mailworthy explain gmail-bulk",
    "mailworthy explain 5.2.2",
    "mailworthy --list spf dmarc",
  ],
  async run(shell, flags, words) {
    const [{ settle }, { looksOf }, { json }] = await Promise.all([
      import("./settings.js"),
      import("./terminal.js"),
      import("../clean.js"),
    ]);
    const { registry } = await settle({ config: flags.config }, shell);
    const found = await Promise.all(words.map((word) => subjectOf(word, registry)));
    const looks = looksOf(shell.stdout, shell, flags);
    await shell.stdout.write(
      flags.json
        ? `${json(
            found.flatMap(({ data }) => data),
            2,
          )}\n`
        : found.map(({ show }) => show(looks)).join("\n"),
    );
    return 0;
  },
});

/** Something that can be explained, as data and as a screen. */
interface Explained {
  data: object[];
  show(looks: Omit<Out, "write">): string;
}

/** What a word names: a check, a profile, a requirement, or a status code with the requirements that predict it. */
async function subjectOf(word: string, registry: Registry): Promise<Explained> {
  const [{ describeCheck, explain }, profiles, statuses, { findPreset, isProfile, namesOfPresets, requirementsOf }] =
    await Promise.all([
      import("../view/describe.js"),
      import("../view/describe-profile.js"),
      import("../view/describe-status.js"),
      import("../preset.js"),
    ]);
  const { checks, presets } = registry;
  const check = checks.find(({ id }) => id === word);
  if (check) {
    const now = new Date();
    return { data: [describeCheck(check, presets)], show: (looks) => explain(check, registry, looks, now) };
  }
  const preset = findPreset(word, presets);
  if (preset && isProfile(preset)) {
    return {
      data: [profiles.describeProfile(preset)],
      show: (looks) => profiles.explainProfile(preset, looks),
    };
  }
  const all = requirementsOf(presets);
  const named = all.filter(({ id, codes = [] }) => id === word || codes.includes(word));
  const status = statuses.describeStatus(word);
  if (status || named.length > 0)
    return {
      data: [...(status ? [status] : []), ...named],
      show: (looks) =>
        [
          ...(status ? [statuses.explainStatus(status, looks)] : []),
          ...(named.length > 0 ? [profiles.explainRequirements(named, presets, looks)] : []),
        ].join("\n"),
    };
  if (preset)
    throw new UsageError(`"${word}" is a preset without requirements of its own.`, "mailworthy --list presets");
  const ids = checks.map(({ id }) => id);
  const { nearest } = await import("../nearest.js");
  const profileNames = namesOfPresets(presets.filter(isProfile));
  const meant =
    nearest(word, [...ids, ...profileNames, ...all.map(({ id }) => id)]) ?? ids.find((id) => id.endsWith(`/${word}`));
  throw new UsageError(`no check "${word}".${meant ? ` Did you mean ${meant}?` : ""}`, "mailworthy --list");
}
