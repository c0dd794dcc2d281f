import type { Report, ReporterFormat } from "mailworthy";
import { describe, expect, it } from "vitest";
import reporters from "../../reporters/index.js";
import { wide } from "./canned.js";
import { fed, handmade } from "./hand.js";

const named = (name: string): ReporterFormat => reporters.find((one) => one.name === name)!;

/** So many reports of a failing domain, one after another. */
function* repeated(count: number): Generator<Report> {
  const [report] = handmade("text").reports;
  for (let at = 0; at < count; at++) yield { ...report!, target: { domain: `d${at}.example` } };
}

const run = (targets: number) => ({ ...handmade("text", targets), reports: repeated(targets) });

describe("what is kept until the end does not grow with the targets", () => {
  it.each(["text", "github", "markdown", "html", "azure", "nagios", "slack", "teams", "shields", "mail"])(
    "%s",
    async (name) => {
      const [some, more] = [await fed(named(name), run(2_000)), await fed(named(name), run(4_000))];
      expect(more.length).toBeLessThan(some.length * 1.01);
    },
  );
});

describe("markdown fits where it is pasted", () => {
  it.each([
    [1, {}, 65_536],
    [60, {}, 65_536],
    [300, { all: true }, 1024 * 1024],
  ])("%d targets", async (targets, options, most) => {
    const text = await fed(named("markdown"), handmade("\u65e5|`*".repeat(100), targets), {}, options);
    expect(Buffer.byteLength(text)).toBeLessThan(most);
    expect(text.match(/^`{3,}/gm)?.length ?? 0).toSatisfy((fences: number) => fences % 2 === 0);
  });
});

describe("what is written leaves at once", () => {
  it.each(
    [
      ["json", "ndjson", "tap", "junit", "csv"],
      ["sarif", "gitlab", "ctrf", "rdjson", "checkstyle", "teamcity", "prometheus"],
    ].flat(),
  )("%s", async (name) => {
    let before = 0;
    let written = 0;
    const reporter = named(name).open({ ...wide, write: (text) => void (written += text.length) }, {});
    const { opening, reports, summary } = run(200);
    await reporter.start?.(opening);
    for (const report of reports) {
      await reporter.report?.(report);
      expect(written).toBeGreaterThan(before);
      before = written;
    }
    await reporter.end?.(summary);
    // A line for each target may stay.
    expect(before).toBeGreaterThan(written * 0.9);
  });
});

it("a reporter waits for a place that is slow", async () => {
  for (const format of reporters) {
    let waiting = 0;
    const slow = async (): Promise<void> => {
      expect(++waiting).toBe(1);
      await new Promise((resolve) => setImmediate(resolve));
      waiting--;
    };
    const reporter = format.open({ ...wide, write: slow }, {});
    const { opening, reports, summary } = handmade("text", 3);
    await reporter.start?.(opening);
    for (const report of reports) await reporter.report?.(report);
    await reporter.end?.(summary);
    expect(waiting).toBe(0);
  }
});
