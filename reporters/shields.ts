import {
  clean,
  counted,
  defineReporter,
  nounOf,
  number,
  type Status,
  stateOf,
  type Summary,
  worstFirst,
  wording,
} from "mailworthy";

const colours: Record<Status, string> = {
  fail: "red",
  inconclusive: "lightgrey",
  warn: "yellow",
  pass: "brightgreen",
  skip: "lightgrey",
};

/**
 * A badge of shields.io, by its endpoint badge. It is one badge for the whole run; for one of each domain, run once for
 * each, with a file of its own.
 */
export default defineReporter({
  name: "shields",
  title: "a badge of shields.io for the run",
  open: (out) => ({
    end(summary: Summary) {
      const { exit } = summary;
      const status = exit === 2 ? "skip" : exit === 1 ? "fail" : stateOf(summary.counts);
      const badge = {
        schemaVersion: 1,
        label: "mail",
        message: exit === 2 ? "not judged" : told(summary, status),
        color: colours[status],
        cacheSeconds: 3_600,
        ...(exit === 2 && { isError: true }),
      };
      return out.write(`${clean.json(badge)}\n`);
    },
  }),
});

/** `2 fail, 1 warn` of one target, `3 of 37 domains fail` of several; `healthy` where nothing is wrong. */
function told(summary: Summary, status: Status): string {
  const { counts, domains, targets } = summary;
  if (targets > 1) {
    const worst = worstFirst.slice(0, 3).find((one) => domains[one] > 0);
    if (worst === undefined) return wording[status].state.toLowerCase();
    return `${number(domains[worst])} of ${counted(targets, nounOf(summary))} ${wording[worst].count}`;
  }
  const wrong = worstFirst.slice(0, 3).filter((one) => counts[one] > 0);
  if (wrong.length === 0) return wording[status].state.toLowerCase();
  return wrong.map((one) => `${number(counts[one])} ${wording[one].count}`).join(", ");
}
