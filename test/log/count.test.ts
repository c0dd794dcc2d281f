import { mkdtempSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync, zstdCompressSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { Count } from "../../src/log/count.js";
import { inOrder, readLines, readLog } from "../../src/log/read.js";
import type { Summary } from "../../src/log/summary.js";

const latest = Date.parse("2026-11-25T00:00:00Z");
const fixture = (name: string) => `test/fixtures/log/${name}`;
const summed = (lines: readonly string[], end = latest): Summary => {
  const count = new Count(end);
  for (const line of lines) count.add(line);
  return count.summary(1, 10);
};
async function* pieces(octets: Buffer, size: number) {
  for (let at = 0; at < octets.length; at += size) yield octets.subarray(at, at + size);
}

describe("totals of what Postfix wrote", () => {
  it.each([
    [
      "mail.log",
      {
        delivered: 98,
        forwarded: 2,
        deferred: 24,
        deferrals: 214,
        bounced: 25,
        canceled: 0,
        expired: 18,
        rejected: 19,
        held: 2,
        discarded: 2,
        bytesReceived: 29_840,
        bytesDelivered: 187_547,
      },
    ],
    ["mail-3.11.7.log", { delivered: 76, forwarded: 1, deferrals: 82, bounced: 22, canceled: 2 }],
  ])("%s", async (name, expected) => {
    const count = new Count(latest);
    await readLog(fixture(name), count);
    expect(count.summary(1, 10).totals).toMatchObject(expected);
  });

  it("are the same however the octets come, compressed or not", async () => {
    const octets = readFileSync(fixture("mail.log"));
    const whole = new Count(latest);
    await readLines(pieces(octets, octets.length), whole);
    const folder = mkdtempSync(join(tmpdir(), "log-"));
    writeFileSync(join(folder, "a.log.gz"), gzipSync(octets));
    writeFileSync(join(folder, "a.log.zst"), zstdCompressSync(octets));
    const cut = new Count(latest);
    await readLines(pieces(octets, 7), cut);
    const [gzipped, zstd] = [new Count(latest), new Count(latest)];
    await readLog(join(folder, "a.log.gz"), gzipped);
    await readLog(join(folder, "a.log.zst"), zstd);
    for (const one of [cut, gzipped, zstd]) expect(one.summary(1, 10)).toEqual(whole.summary(1, 10));
  });
});

const sent = "to=<a@Example.COM>, relay=local, delay=2.5, delays=1/0.5/0.5/0.5, dsn=2.0.0, status=sent (ok)";
describe("lines", () => {
  it.each([
    ["traditional", `Nov  4 04:59:55 mx postfix/local[1]: ABCDEF12: ${sent}`, "2026-11-04T04:59:55.000Z"],
    ["RFC 3339", `2026-11-24T04:59:55.123456+01:00 mx postfix/local[1]: ABCDEF12: ${sent}`, "2026-11-24T04:59:55.123Z"],
    ["an instance", `Nov 24 04:59:55 mx postfix-out/smtp[1]: ABCDEF12: ${sent}`, "2026-11-24T04:59:55.000Z"],
    ["a service", `Nov 24 04:59:55 mx postfix/relay/smtp[1]: 4jYVz74XjRzFpd0: ${sent}`, "2026-11-24T04:59:55.000Z"],
    ["a name of its own", `Nov 24 04:59:55 mx outgoing/smtp[1]: 4jYVz74XjRzFpd0: ${sent}`, "2026-11-24T04:59:55.000Z"],
    [
      "Solaris",
      `Nov 24 04:59:55 mx postfix/smtp[1]: [ID 197553 mail.info] ABCDEF12: ${sent}`,
      "2026-11-24T04:59:55.000Z",
    ],
    [
      "3.11, with tls=",
      `Nov 24 04:59:55 mx postfix/smtp[1]: ABCDEF12: ${sent.replace(" dsn", " tls=may:none, dsn")}`,
      "2026-11-24T04:59:55.000Z",
    ],
  ])("%s", (_, line, at) => {
    const { totals, from, domains, delay } = summed([line]);
    expect(totals.delivered).toBe(1);
    expect(new Date(from!).toISOString()).toBe(at);
    expect(domains[0]).toMatchObject({ domain: "example.com", delivered: 1 });
    expect(delay.longest).toBe(2.5);
  });

  it("of the journal", () => {
    const entry = {
      MESSAGE: `ABCDEF12: ${sent}`,
      SYSLOG_IDENTIFIER: "postfix/smtp",
      __REALTIME_TIMESTAMP: "1795500000000000",
    };
    const octets = { ...entry, MESSAGE: [...Buffer.from(`ABCDEF12: ${sent}`)] };
    expect(summed([JSON.stringify(entry), JSON.stringify(octets)]).totals.delivered).toBe(2);
  });

  it("over New Year", () => {
    const line = (time: string) => `${time} mx postfix/qmgr[1]: ABCDEF12: removed`;
    const { from, to } = summed([line("Dec 31 23:59:59"), line("Jan  1 00:00:01")], Date.parse("2027-01-02T00:00:00Z"));
    expect(to! - from!).toBe(2_000);
    expect(new Date(to!).getUTCFullYear()).toBe(2027);
  });

  it("of a queue id that is used again are two messages", () => {
    const message = (size: number) => [
      "Nov 24 04:59:55 mx postfix/smtpd[1]: ABCDEF12: client=h[192.0.2.1]",
      `Nov 24 04:59:55 mx postfix/qmgr[1]: ABCDEF12: from=<a@example.com>, size=${size}, nrcpt=1 (queue active)`,
      "Nov 24 04:59:56 mx postfix/qmgr[1]: ABCDEF12: removed",
    ];
    const { totals, unfinished } = summed([...message(400), ...message(500)]);
    expect([totals.received, totals.bytesReceived, unfinished]).toEqual([2, 900, 0]);
  });

  it("add up, whatever octets they are", async () => {
    let seed = 7;
    const random = (below: number) => (seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31) % below;
    const octets = readFileSync(fixture("mail.log"));
    for (let at = 0; at < 3_000; at++) octets[random(octets.length)] = random(256);
    const count = new Count(latest);
    await readLines(pieces(octets, 4_096), count);
    const { lines, unreadable } = count.summary(1, 10);
    expect(lines.postfix + lines.other + lines.outside + lines.unreadable + lines.long).toBe(lines.all);
    expect(lines.all).toBe(
      octets
        .toString("latin1")
        .split("\n")
        .filter((line) => line.replace(/\r$/, "") !== "").length,
    );
    expect(lines.unreadable).toBeGreaterThan(0);
    expect(unreadable).toHaveLength(5);
  });

  it("that are too long are counted and not kept", async () => {
    const count = new Count(latest);
    await readLines(
      pieces(Buffer.from(`${"x".repeat(200_000)}\nNov 24 04:59:55 mx postfix/qmgr[1]: ABCDEF12: removed\n`), 5_000),
      count,
    );
    expect(count.summary(1, 10).lines).toMatchObject({ all: 2, long: 1, postfix: 1 });
  });
});

it("rotated files come oldest first", async () => {
  const folder = mkdtempSync(join(tmpdir(), "log-"));
  const names = ["mail.log", "mail.log.1", "mail.log.10.gz", "mail.log.2.gz"].map((name) => join(folder, name));
  for (const name of names) {
    writeFileSync(name, "");
    utimesSync(name, 1_795_500_000, 1_795_500_000);
  }
  const { paths, latest: end } = await inOrder(names);
  expect(paths).toEqual([names[2], names[3], names[1], names[0]]);
  expect(end).toBe(1_795_500_000_000);
});
