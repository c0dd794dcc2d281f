import {
  clean,
  complianceOf,
  defineReporter,
  inShort,
  type Opening,
  type Report,
  type Summary,
  type Target,
} from "mailworthy";

/** The run as a stream: a JSON document a line, each with its `type`, and nothing kept. */
export default defineReporter({
  name: "ndjson",
  title: "the run as a stream of JSON documents, one a line",
  open(out) {
    const line = (type: string, value: object): string => `${clean.json({ type, ...value })}\n`;
    let profiles: Opening["profiles"] = [];
    return {
      start({ tool, at, total, settings, profiles: asking }: Opening) {
        profiles = asking;
        return out.write(line("run", { format: 1, tool, at, total, settings, ...(asking.length > 0 && { profiles }) }));
      },
      report({ target, roles, results, causes, requirements = [] }: Report) {
        const standings = target && complianceOf(profiles, requirements);
        return out.write(
          [
            ...(target ? [line("target", { ...target, roles })] : []),
            ...causes.map((cause) => line("cause", cause)),
            ...results.map((result) => line("result", result)),
            ...requirements.map((outcome) => line("requirement", { ...named(target), ...outcome })),
            ...(standings ?? []).map((one) => line("profile", { ...named(target), ...inShort(one) })),
          ].join(""),
        );
      },
      end: (summary: Summary) => out.write(line("summary", summary)),
    };
  },
});

/** What a line is about: a domain, a message, or a local thing. */
function named(target: Target | undefined): object {
  if (target?.local !== undefined) return { local: target.local, name: target.name };
  return target?.message === undefined ? { domain: target?.domain } : { message: target.message };
}
