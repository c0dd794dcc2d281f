import { describe, expect, it } from "vitest";
import checks from "../../checks/index.js";
import type { Check } from "../../src/check.js";
import { type Net, NetError } from "../../src/net/net.js";
import { recording } from "../../src/net/record.js";
import { replayNet } from "../../src/net/replay.js";
import { planned } from "../../src/plan.js";
import type { Report } from "../../src/result.js";
import { run } from "../../src/run.js";
import { worldNet } from "../../src/testing/world.js";
import { UsageError } from "../../src/usage.js";

const world = {
  now: "2026-03-01T12:00:00Z",
  zone: `
    example.com      MX  10 mx1.example.com
    example.com      MX  20 mx2.example.com
    example.com      TXT "v=spf1 mx -all"
    mx1.example.com  A   192.0.2.1
    mx2.example.com  A   192.0.2.2
    _dmarc.example.com TXT !servfail
    example.net      MX  0 .
    example.org      MX  !timeout`,
  smtp: {
    "mx1.example.com:25": `
      S: 220 mx1.example.com ESMTP
      C: EHLO *
      S: 250-mx1.example.com
      S: 250 STARTTLS
      C: STARTTLS
      S: 220 go ahead
      TLS: mx1.example.com until 2026-02-20
      C: EHLO *
      S: 250 mx1.example.com`,
    "mx2.example.com:25": "!refused",
  },
};
const tool = "mailworthy 0";

async function judged(net: Net): Promise<Report[]> {
  const reports: Report[] = [];
  const targets = ["example.com", "example.net", "example.org", "missing.example"].map((domain) => ({ domain }));
  await run({ checks: (checks as readonly Check[]).map(planned), targets }, net, [
    { report: (report) => void reports.push(report) },
  ]);
  return reports;
}

async function recorded(): Promise<{ lines: string[]; reports: Report[] }> {
  const lines: string[] = [];
  const reports = await judged(recording(worldNet(world), (line) => lines.push(line), { tool }));
  return { lines, reports };
}

const failure = (promise: Promise<unknown>): Promise<NetError> =>
  promise.then(
    () => {
      throw new Error("it was answered");
    },
    (error: NetError) => error,
  );

describe("a record", () => {
  it("gives the same results again, without a network", async () => {
    const { lines, reports } = await recorded();
    const statuses = new Set(reports.flatMap(({ results }) => results.map(({ status }) => status)));
    expect([...statuses].sort()).toEqual(expect.arrayContaining(["fail", "inconclusive", "pass", "skip"]));
    expect(await judged(replayNet(`${lines.join("\n")}\n`))).toEqual(reports);
    expect(await judged(replayNet(lines))).toEqual(reports);
  });

  it("says what made it, when, and how the net was set up", async () => {
    const { lines } = await recorded();
    expect(JSON.parse(lines[0]!)).toEqual({
      record: "mailworthy",
      format: 1,
      tool,
      at: "2026-03-01T12:00:00.000Z",
      about: ["a world made of text"],
    });
    const replayed = replayNet(lines);
    expect(new Date(replayed.now()).toISOString()).toBe("2026-03-01T12:00:00.000Z");
    expect(replayed.about()).toEqual(["a world made of text", "replayed from a record of 2026-03-01T12:00:00.000Z"]);
  });

  it("keeps failures with their cause and what was seen", async () => {
    const because = { id: "dns example.com", text: "no answer", next: ["wait"] };
    const seen = [{ kind: "diff" as const, from: "a", to: "b" }];
    const said = { refused: true as const };
    const lines: string[] = [];
    const broken: Net = {
      ...worldNet({}),
      dns: async () => {
        throw new NetError("servfail", "SERVFAIL", { because, seen, said });
      },
    };
    const net = recording(broken, (line) => lines.push(line), { tool });
    await failure(net.dns("Example.com.", "MX"));
    expect(await failure(replayNet(lines).dns("example.com", "MX"))).toMatchObject({
      name: "NetError",
      code: "servfail",
      message: "SERVFAIL",
      because,
      seen,
      said,
    });
  });

  it("tells calls apart by all of their arguments", async () => {
    const lines: string[] = [];
    const net = recording(worldNet(world), (line) => lines.push(line), { tool });
    await net.dns("example.com", "TXT", { server: "192.0.2.53", cd: true });
    const replayed = replayNet(lines);
    expect((await replayed.dns("example.com", "TXT", { cd: true, server: "192.0.2.53" })).records).toHaveLength(1);
    for (const how of [{}, { cd: true }, { server: "192.0.2.53" }, { server: "192.0.2.54", cd: true }]) {
      expect(await failure(replayed.dns("example.com", "TXT", how))).toMatchObject({ code: "offline" });
    }
    await net.https("https://example.com/").catch(() => {});
    const held = replayNet(lines).https("https://example.com/", { roots: "PEM" });
    expect(await failure(held)).toMatchObject({ code: "offline" });
    expect(await failure(replayed.reach({ host: "mx1.example.com", ip: "192.0.2.1", port: 25 }))).toMatchObject({
      code: "offline",
      message: "not in the record: reach mx1.example.com 192.0.2.1 25",
    });
  });

  it("answers in the order of the record, and with the last answer from then on", async () => {
    let count = 0;
    const lines: string[] = [];
    const counting: Net = { ...worldNet({}), reach: async () => ({ outcome: "open", took: ++count }) };
    const net = recording(counting, (line) => lines.push(line), { tool });
    const at = { host: "mx1.example.com", ip: "192.0.2.1", port: 25 };
    for (const _ of [1, 2]) await net.reach(at);
    const replayed = replayNet(lines);
    const took = [await replayed.reach(at), await replayed.reach(at), await replayed.reach(at)].map((one) => one.took);
    expect(took).toEqual([1, 2, 2]);
  });

  it("holds nothing that was redacted", async () => {
    const lines: string[] = [];
    const net = recording(worldNet(world), (line) => lines.push(line), {
      tool,
      redact: ({ call, error }) => ({ call, ...(error ? { error } : { answer: "redacted" }) }),
    });
    await net.dns("example.com", "TXT");
    expect(lines.join()).not.toContain("spf1");
  });

  it("is read up to a last line that was torn", async () => {
    const { lines } = await recorded();
    const whole = lines.join("\n");
    const torn = whole.slice(0, -10);
    expect((await replayNet(torn).dns("example.com", "MX")).records).toHaveLength(2);
  });
});

describe("what is no record", () => {
  const header = { record: "mailworthy", format: 1, tool, at: "2026-03-01T12:00:00Z", about: [] };
  it.each([
    ["nothing", "", "the record is empty"],
    ["a zone", "example.com. MX 10 mx1.example.com.\n", "line 1 does not begin a record of a run"],
    ["other JSON", '{"results":[]}\n', "line 1 does not begin a record of a run"],
    ["JSON null", "null\n", "line 1 does not begin a record of a run"],
    [
      "a record of a later version",
      `${JSON.stringify({ ...header, format: 2 })}\n`,
      "line 1: the record has format 2, and format 1 is read here",
    ],
    [
      "a header without a time",
      `${JSON.stringify({ ...header, at: "yesterday" })}\n`,
      "line 1: the header of the record is not whole",
    ],
    [
      "a bad line within",
      `${JSON.stringify(header)}\n{"call":["https","https://example.com/"],"answer":1}\n{"call":\n{}\n`,
      "line 3 of the record cannot be read",
    ],
  ])("%s", (_title, text, message) => {
    expect(() => replayNet(text)).toThrow(UsageError);
    expect(() => replayNet(text)).toThrow(message);
  });
});
