import type { Tally } from "../reports/sums.js";
import { UsageError } from "../usage.js";
import { counted, listed } from "../view/words.js";
import { defineCommand } from "./command.js";
import { type Flags, printing, showing } from "./flags.js";

const { json, ...looks } = printing;
const wanted = "Which reports";

export default defineCommand({
  name: "reports",
  about: "what receivers report about a domain's mail",
  usage: [
    ["reports PATH...", "files, folders, a Maildir or an mbox, with DMARC aggregate and TLS reports"],
    ["reports -", "one of them from standard input"],
  ],
  flags: {
    domain: { value: "NAME", many: ",", group: wanted, help: "only of this domain and of those below it" },
    since: { value: "WHEN", read: readSince, group: wanted, help: "a day, 2026-11-01, or how long ago, 30d" },
    until: { value: "DAY", read: readUntil, group: wanted, help: "the last day, 2026-11-30" },
    learn: {
      group: "What is printed",
      help: "only the DKIM selectors and sending addresses that the reports show, as a configuration",
    },
    json,
    csv: { group: "What is printed", help: "the senders as CSV" },
    verbose: { ...showing.verbose, help: "also the senders that align, and what is wrong with reports" },
    all: showing.all,
    ...looks,
  } satisfies Flags,
  words: { placeholder: "PATH", least: 1 },
  exits: ["0 read   2 nothing could be read   3 some of it could not be read"],
  examples: [
    "mailworthy reports ~/Maildir/.dmarc --since 30d",
    "mailworthy reports reports.zip google.com!example.com!1!2.xml.gz",
    "mailworthy reports inbox.mbox --domain example.com --learn",
  ],
  async run(shell, flags, paths) {
    const [{ Sums }, { readReports }, { summaryOf }, { readDomain }, { looksOf }, { tellProblems }] = await Promise.all(
      [
        import("../reports/sums.js"),
        import("../reports/read.js"),
        import("../reports/summary.js"),
        import("../domain.js"),
        import("./terminal.js"),
        import("./complaint.js"),
      ],
    );
    const sums = new Sums({
      ...(flags.domain?.length && { domains: flags.domain.map(readDomain) }),
      ...(flags.since !== undefined && { since: flags.since }),
      ...(flags.until !== undefined && { until: flags.until }),
    });
    const sources = { paths, folder: shell.cwd, input: () => shell.stdin.octets() };
    for await (const found of readReports(sources)) sums.add(found);
    const summary = summaryOf(sums);
    const { tally, problems } = summary;

    const read = tally.dmarc + tally.tls + (flags.learn ? tally.messages : 0);
    await tellProblems(problems, tally.broken, shell, flags.all);
    if (read === 0) throw nothing(tally);
    const exit = tally.broken > 0 ? 3 : 0;
    const out = looksOf(shell.stdout, shell, flags);
    if (flags.json) await shell.stdout.write(`${(await import("../clean.js")).json(summary, 2)}\n`);
    else if (flags.csv) await shell.stdout.write((await import("./reports-csv.js")).senders(summary));
    else if (flags.learn) await shell.stdout.write((await import("./reports-config.js")).configuration(summary));
    else {
      const { screen } = await import("./reports-screen.js");
      const more = { verbose: (flags.verbose ?? 0) > 0, all: flags.all ?? false };
      await shell.stdout.write(screen(summary, exit, more, out));
    }
    return exit;
  },
});

/** Why there is nothing to show. */
function nothing({ broken, unwanted, messages, foreign }: Tally): UsageError {
  const seen = [
    ...(broken > 0 ? [`${counted(broken, "file")} that cannot be read`] : []),
    ...(unwanted > 0 ? [`${counted(unwanted, "report")} of other domains or days`] : []),
    ...(messages > 0 ? [`${counted(messages, "message")} without one`] : []),
    ...(foreign > 0 ? [`${counted(foreign, "file")} of another kind`] : []),
  ];
  return new UsageError(
    `no report: ${listed(seen) || "the folder is empty"}.`,
    "mailworthy reports --help says what is read",
  );
}

function readSince(text: string): number {
  const [, days] = /^(\d{1,5})d$/.exec(text) ?? [];
  return days === undefined ? dayOf(text) : Math.floor(Date.now() / 1_000) - Number(days) * day;
}

function readUntil(text: string): number {
  return dayOf(text) + day - 1;
}

const day = 86_400;

/** The first second of a day, UTC, as reports count. */
function dayOf(text: string): number {
  const time = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(time)) throw new UsageError(`"${text}" is not a day`, "write 2026-11-01");
  return time / 1_000;
}
