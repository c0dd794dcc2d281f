import { describe, expect, it } from "vitest";
import { worldNet } from "mailworthy/testing";
import type { Clock } from "../../src/cli/clock.js";
import type { Net } from "../../src/net/net.js";
import { mailworthy, type Setting } from "./shell.js";

const began = Date.parse("2026-11-24T18:00:00Z");

/** A zone with two name servers; the lines of each are those of the last time that has come. Waiting takes no time. */
function unfolding(...times: [seconds: number, lines: string][]): { net: Net; clock: Clock } {
  const zone = `
    example.com SOA ns1.example.com hostmaster.example.com 1 7200 900 1209600 300
    example.com NS ns1.example.com
    example.com NS ns2.example.com
    ns1.example.com A 192.0.2.1
    ns2.example.com A 192.0.2.2`;
  let now = began;
  const clock: Clock = {
    now: () => now,
    async pause(ms, signal) {
      if (!signal.aborted) now += ms;
    },
  };
  const here = (): Net => {
    const [, lines] = times.findLast(([seconds]) => now >= began + seconds * 1_000)!;
    return worldNet({ zone: `${zone}\n${lines}` });
  };
  return { clock, net: { ...worldNet({}), dns: (name, type, how) => here().dns(name, type, how) } };
}

const old = `_dmarc.example.com 3600 TXT "v=DMARC1; p=none"`;
const fresh = `_dmarc.example.com 3600 TXT "v=DMARC1; p=" "reject"`;
const half = `${old}\n@192.0.2.1 ${fresh}`;
const name = "_dmarc.example.com";
const expected = ["--expect", "v=DMARC1; p=reject"];
const run = (argv: string[], world: { net: Net; clock: Clock }, more: Setting = {}) =>
  mailworthy(["dns", ...argv], { ...world, ...more });

describe("--expect", () => {
  it.each<[string, string[], string, number, RegExp]>([
    ["all have it", [name, ...expected], fresh, 0, /✓ ns1[^]*✓ ns2[^]*\n2 servers as expected\n/],
    [
      "one has not",
      [name, ...expected],
      half,
      1,
      /✓ ns1[^]*! ns2.* differs, TTL 3600\n {6}"v=DMARC1; p=none"\n[^]*\n1 of 2 not as/,
    ],
    [
      "one does not answer",
      [name, ...expected],
      `${fresh}\n@192.0.2.2 * * !timeout`,
      3,
      /\? ns2[^]*1 of 2 could not be asked\n/,
    ],
    [
      "both kinds of trouble",
      [name, ...expected],
      `${old}\n@192.0.2.2 * * !timeout`,
      1,
      /1 of 2 not as.*, 1 of 2 could not/,
    ],
    ["one server that is named", [name, ...expected, "--at", "192.0.2.1"], half, 0, /1 server as expected/],
    ["written as a record", [name, "TXT", "--expect", '"v=DMARC1; " "p=reject"'], fresh, 0, /as expected/],
    [
      "others besides it",
      ["example.com", "MX", "--expect", "10 MX1.example.com."],
      "example.com MX 10 mx1.example.com\nexample.com MX 20 mx2.example.com",
      0,
      /as expected/,
    ],
    [
      "one of two missing",
      ["example.com", "MX", "--expect", "10 mx1.example.com", "--expect", "20 mx3.example.com"],
      "example.com MX 10 mx1.example.com",
      1,
      /differs/,
    ],
    [
      "none, and there is none",
      [name, "--expect", "none"],
      "",
      0,
      /as expected\n[^]*that there was none for 5 min 0 s/,
    ],
    ["none, and there is one", [name, "--expect", "none"], old, 1, /differs/],
  ])("%s", async (_, argv, lines, code, shown) => {
    const outcome = await run(argv, unfolding([0, lines]));
    expect(outcome).toMatchObject({ code, err: "" });
    expect(outcome.out).toMatch(shown);
  });

  it.each([
    [["example.com", "--expect", "10 mx"], /of which type is what is expected/],
    [["example.com", "MX", "--expect", "mx1"], /"mx1" is no MX record/],
    [[name, "--expect", "none", "--expect", "x"], /none is expected, and something/],
    [[name, "--wait", "5m"], /--wait needs what to wait for/],
    [[name, ...expected, "--wait", "5m", "--interval", "10ms"], /"10ms" is too often/],
  ])("%j", async (argv, complaint) => {
    const { code, err } = await run(argv, unfolding([0, fresh]));
    expect(code).toBe(2);
    expect(err).toMatch(complaint);
  });
});

describe("--wait", () => {
  const waiting = [name, ...expected, "--wait", "10m"];

  it("waits until all have it, a line for each change", async () => {
    const { code, out, err } = await run(waiting, unfolding([0, old], [20, half], [40, fresh]));
    expect(code).toBe(0);
    expect(err.replaceAll(/ \d+\.\d s /g, " T s ").split("\n")).toEqual([
      'mailworthy: T s  ns1.example.com [192.0.2.1]  differs: "v=DMARC1; p=none"',
      'mailworthy: T s  ns2.example.com [192.0.2.2]  differs: "v=DMARC1; p=none"',
      'mailworthy: T s  ns1.example.com [192.0.2.1]  as expected: "v=DMARC1; p=" "reject"',
      'mailworthy: T s  ns2.example.com [192.0.2.2]  as expected: "v=DMARC1; p=" "reject"',
      "",
    ]);
    expect(out).toMatch(
      /\n2 servers as expected after \d.*\nResolvers may hold the old answer until 2026-11-24 19:00 UTC\n$/,
    );
  });

  it("gives up when time is up: 1 with one that has it otherwise, 3 with one that is silent", async () => {
    expect(await run(waiting, unfolding([0, half]))).toMatchObject({
      code: 1,
      out: expect.stringMatching(/\n1 of 2 not as expected after 10 min 0 s\n$/),
    });
    expect(await run(waiting, unfolding([0, `${fresh}\n@192.0.2.2 * * !timeout`]))).toMatchObject({ code: 3 });
  });

  it("draws on a terminal, and leaves nothing there", async () => {
    const { code, err } = await run(waiting, unfolding([0, half], [20, fresh]), { tty: true, columns: 60 });
    expect(code).toBe(0);
    const escape = String.fromCharCode(27);
    expect(err.endsWith(`${escape}[2K`)).toBe(true);
    // What is drawn, without the escapes that colour it and take it away.
    const drawn = err
      .split(escape)
      .map((part, at) => (at === 0 ? part : part.replace(/^\[[\d;]*[mAK]/, "")))
      .join("")
      .replaceAll("\r", "");
    expect(drawn).toMatch(/^waiting for _dmarc\.example\.com TXT {2}0\.0 s of 10 min 0 s\n {2}✓ ns1/);
    for (const line of drawn.split("\n")) expect(line.length).toBeLessThanOrEqual(60);
  });

  it("stops when it is interrupted, and says how it stands", async () => {
    const world = unfolding([0, half]);
    let press = (): void => {};
    const clock: Clock = { ...world.clock, pause: async () => press() };
    const outcome = await run(waiting, { ...world, clock }, { interrupt: (way) => (press = way) });
    expect(outcome).toMatchObject({
      code: 130,
      out: expect.stringMatching(/\nStopped: 1 of 2 not as expected\n$/),
    });
  });

  it("says the same to programs", async () => {
    const { code, out } = await run([...waiting, "--json"], unfolding([0, old], [40, fresh]));
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      name,
      type: "TXT",
      expected: ["v=DMARC1; p=reject"],
      agreed: true,
      interrupted: false,
      absenceKept: 300_000,
      heldUntil: expect.stringMatching(/^2026-11-24T19:00/),
      servers: [{ state: "expected", server: "ns1.example.com [192.0.2.1]", answer: { rcode: "NOERROR" } }, {}],
    });
  });
});
