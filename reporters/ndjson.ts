import { clean, defineReporter, type Opening, type Report, type Summary } from "mailworthy";

/** The run as a stream: a JSON document a line, each with its `type`, and nothing kept. */
export default defineReporter({
  name: "ndjson",
  title: "the run as a stream of JSON documents, one a line",
  open(out) {
    const line = (type: string, value: object): string => `${clean.json({ type, ...value })}\n`;
    return {
      start: ({ tool, at, total, settings }: Opening) =>
        out.write(line("run", { format: 1, tool, at, total, settings })),
      report: ({ target, roles, results, causes }: Report) =>
        out.write(
          [
            ...(target ? [line("target", { ...target, roles })] : []),
            ...causes.map((cause) => line("cause", cause)),
            ...results.map((result) => line("result", result)),
          ].join(""),
        ),
      end: (summary: Summary) => out.write(line("summary", summary)),
    };
  },
});
