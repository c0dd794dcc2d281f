import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import type { Result, Status } from "mailworthy";
import { Parser } from "tap-parser";
import { describe, expect, it } from "vitest";
import { validateXML } from "xmllint-wasm";
import reporters from "../../reporters/index.js";
import { all, many, recorded, written } from "./canned.js";
import { readCsv } from "./read.js";

const write = (name: string, targets = all): Promise<string> =>
  written(
    reporters.find((one) => one.name === name)!,
    targets,
  );

async function counted(): Promise<Record<Status, number>> {
  return (await recorded()).summary.counts;
}

describe("read by others", () => {
  it("json is what its schema says", async () => {
    const schema = JSON.parse(readFileSync("schema/report.schema.json", "utf8")) as object;
    const valid = new Ajv2020({
      strict: true,
      allowUnionTypes: true,
      strictRequired: false,
      formats: { "date-time": true },
    }).compile(schema);
    for (const targets of [all, many]) {
      const report = JSON.parse(await write("json", targets)) as { results: Result[] };
      expect(valid(report) || valid.errors).toBe(true);
      expect(report.results.every(({ subject }) => subject.kind === "vantage" || subject.domain !== undefined)).toBe(
        true,
      );
    }
    const wrong = JSON.parse(await write("json")) as { results: { status: string }[] };
    wrong.results[0]!.status = "error";
    expect(valid(wrong)).toBe(false);
  });

  it("ndjson is the same results, a line each", async () => {
    const lines = (await write("ndjson"))
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as { type: string });
    const { results } = JSON.parse(await write("json")) as { results: Result[] };
    const told = lines.filter(({ type }) => type === "result");
    expect(told).toEqual(results.map((result) => ({ type: "result", ...result })));
  });

  it("junit is valid, and counts as the run does", async () => {
    const text = await write("junit");
    const schema = readFileSync("test/fixtures/junit.xsd", "utf8");
    const { valid, errors } = await validateXML({
      xml: { fileName: "report.xml", contents: text },
      schema: { fileName: "junit.xsd", contents: schema },
    });
    expect(errors).toEqual([]);
    expect(valid).toBe(true);
    const { fail, inconclusive, skip } = await counted();
    const elements = (name: string): number => text.split(`<${name} `).length - 1;
    expect([elements("failure"), elements("error"), elements("skipped")]).toEqual([fail, inconclusive, skip]);
  });

  it("tap is read strictly, and fails what fails", async () => {
    const text = await write("tap");
    const counts = await counted();
    const read = await new Promise<{ ok: boolean; count: number; fail: number; todo: number; skip: number }>(
      (resolve) => {
        const parser = new Parser({ strict: true }, resolve as never);
        parser.end(text);
      },
    );
    expect(read).toMatchObject({
      ok: false,
      count: Object.values(counts).reduce((a, b) => a + b),
      todo: counts.warn,
      skip: counts.skip + counts.inconclusive,
    });
    expect(read.fail - read.todo).toBe(counts.fail);
  });

  it("csv has a row for each finding, all of one width", async () => {
    const [head, ...rows] = readCsv(await write("csv"));
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(row).toHaveLength(head!.length);
  });
});
