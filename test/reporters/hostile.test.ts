import { describe, expect, it } from "vitest";
import { clean, type ReporterFormat } from "mailworthy";
import { Parser } from "tap-parser";
import reporters from "../../reporters/index.js";
import { acting, harmless, hostile, obeyed } from "../corpus.js";
import { fed, handmade } from "./hand.js";
import { readCsv, unescaped } from "./read.js";

const named = (name: string): ReporterFormat => reporters.find((one) => one.name === name)!;
const write = (name: string, text: string, targets = 1): Promise<string> => fed(named(name), handmade(text, targets));

/** What these write are commands; what is in them is looked at apart. */
const commanding = new Set(["github", "azure", "teamcity"]);

/** Commands to GitHub in a log, by name. */
const annotations = (log: string): string[] =>
  log.split("\n").flatMap((line) => /^\s*::([\w-]+)/.exec(line)?.[1] ?? []);

/** The tags of a document in order, without what stands between them or in their attributes. */
const tags = (document: string): string[] =>
  Array.from(document.matchAll(/<[^>]*>/g), ([tag]) => tag.replace(/="[^"]*"/g, "="));

describe.each(reporters.map(({ name }) => name))("%s", (name) => {
  it.each(hostile)("is not moved by $id", async ({ text }) => {
    for (const targets of name.endsWith("json") ? [1] : [1, 5]) {
      const written = await write(name, text, targets);
      expect(written.replaceAll(name === "csv" || name === "mail" ? /\r\n/g : /\n/g, "")).not.toMatch(acting);
      if (!commanding.has(name)) expect(obeyed(written)).toEqual([]);
    }
  });
});

describe("text", () => {
  it.each(hostile)("stays in its lines with $id", async ({ text }) => {
    for (const columns of [40, 80, 120]) {
      for (const verbose of [0, 2]) {
        const written = await fed(named("text"), handmade(text), { columns }, { verbose });
        expect(obeyed(written)).toEqual([]);
        expect(written).not.toMatch(acting);
      }
    }
  });
  it.each(hostile)("writes nothing but ASCII with $id", async ({ text }) => {
    expect(await fed(named("text"), handmade(text), { ascii: true })).toMatch(/^[\n -~]*$/);
  });
  it.each(hostile)("has only escapes of its own with $id", async ({ text }) => {
    const written = await fed(named("text"), handmade(text), { colour: true, links: true });
    // oxlint-disable-next-line no-control-regex
    const own = /\u001b\[(?:0|1|2|1;3\d|1;2|3\d)m|\u001b\]8;;(?:https:\/\/www\.rfc-editor\.org\/[\w/#.-]+)?\u001b\\/g;
    expect(written.replace(own, "").replaceAll("\n", "")).not.toMatch(acting);
  });
  it.each(harmless)("shows as it is: %s", async (text) => {
    expect(await write("text", text)).toContain(text);
  });
});

describe.each(["html", "junit", "junit-strict", "checkstyle"])("%s", (name) => {
  it.each(hostile)("has the same elements with $id", async ({ text }) => {
    expect(tags(await write(name, text || "\u0301", 1))).toEqual(tags(await write(name, "harmless", 1)));
  });
  it.each(harmless)("holds as it is: %s", async (text) => {
    expect(unescaped(await write(name, text))).toContain(text);
  });
});

interface Point {
  ok: boolean;
  name: string;
  skip: string | boolean;
  todo: string | boolean;
}

describe("tap", () => {
  const points = (tap: string): Point[] => {
    const { results, list } = parsed(tap);
    expect(results).toMatchObject({ bailout: false, count: 8, plan: { start: 1, end: 8 } });
    return list;
  };
  it.each(hostile)("has the same points, by their names, with $id", async ({ text }) => {
    const seen = points(await write("tap", text));
    expect(seen.map(({ ok }) => ok)).toEqual([false, false, false, true, true, true, true, true]);
    expect(seen.map(({ skip, todo }) => [!!skip, !!todo])).toEqual([
      [false, false],
      [false, false],
      [false, true],
      [false, false],
      [true, false],
      [true, false],
      [true, false],
      [true, false],
    ]);
    const shown = clean.terminal(`tls/offered ${text}`).replace(/\{$/, "\\u{7b}");
    expect(seen[1]!.name).toBe(shown.trim());
  });
  it.each(harmless)("names as it is: %s", async (text) => {
    expect(points(await write("tap", text))[1]!.name).toBe(`tls/offered ${text}`);
  });
  function parsed(tap: string) {
    const list: Point[] = [];
    const parser = new Parser({ strict: false });
    parser.on("assert", (point) => list.push(point));
    parser.on("child", () => expect.unreachable("a subtest"));
    parser.on("extra", (extra: string) => expect.unreachable(`outside of the grammar: ${extra}`));
    parser.end(tap);
    return { results: parser.results!, list };
  }
});

describe("github", () => {
  it.each(hostile)("gives the same commands with $id", async ({ text }) => {
    const written = await write("github", text);
    const calm = await write("github", "harmless");
    expect(
      written
        .trimEnd()
        .split("\n")
        .map((line) => annotations(line)[0]),
    ).toEqual(annotations(calm));
    const ours = written.split("\n").map((line) => line.replace(/^::(error|warning|notice) /, ""));
    expect(obeyed(ours.join("\n"))).toEqual([]);
  });
});

describe("csv", () => {
  it.each(hostile)("has the same cells, and no formula, with $id", async ({ text }) => {
    const rows = readCsv(await write("csv", text));
    expect(rows.map((row) => row.length)).toEqual(Array.from({ length: 12 }, () => 9));
    for (const cell of rows.flat()) expect(cell).not.toMatch(/^\s*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/);
  });
  it.each(harmless)("holds as it is: %s", async (text) => {
    expect(readCsv(await write("csv", text))[1]![6]).toBe(text);
  });
});

describe("json", () => {
  it.each(hostile)("holds $id unchanged", async ({ text }) => {
    const { reports } = handmade(text);
    expect(JSON.parse(await write("json", text))).toMatchObject({ results: reports[0]!.results });
    const lines = (await write("ndjson", text)).trimEnd().split("\n");
    expect(lines.map((line) => (JSON.parse(line) as { type: string }).type)).toEqual([
      "run",
      "target",
      "cause",
      ...Array.from({ length: 8 }, () => "result"),
      ...Array.from({ length: 3 }, () => "requirement"),
      "profile",
      "summary",
    ]);
  });
});

describe("dot", () => {
  it.each(hostile)("stays in its lines with $id", async ({ text }) => {
    const [marks = "", ...lines] = (await write("dot", text)).trimEnd().split("\n");
    expect(marks).toMatch(/^[.!?✗–]+$/);
    for (const line of lines) expect(line).toMatch(/^(?:✗ |Failing  )/);
  });
});

describe("markdown", () => {
  /** What is left of a document when its fences and code spans are gone. */
  const prose = (document: string): string =>
    document.replace(/^(`{3,})\w*\n[^]*?\n\1$/gm, "").replace(/(?<!`)(`+)(?!`)[^]*?[^`]\1(?!`)/g, "");
  it.each(hostile)("has no markup of $id", async ({ text }) => {
    for (const targets of [1, 5]) {
      const left = prose(await fed(named("markdown"), handmade(text, targets), {}, { all: true })).replace(
        /\[RFC [\d §.]+\]\(https:\/\/www\.rfc-editor\.org\/[^)]+\)/g,
        "",
      );
      expect(left).not.toMatch(/[<>@`]|\]\(|!\[|https?:|www\.|\*\*|~~|\$|#\d/);
      expect(left.match(/^#+ .*$/gm)).toHaveLength(targets === 1 ? 7 : 32);
    }
  });
  it.each(harmless)("holds as it is: %s", async (text) => {
    expect(await write("markdown", text)).toContain(text);
  });
});

it("keeps within bounds, whatever the length", async () => {
  const long = "x".repeat(100_000);
  for (const { name } of reporters.filter(({ name }) => !/json/.test(name))) {
    expect((await write(name, long)).length).toBeLessThan(400_000);
  }
});
