import { copyFileSync, mkdirSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { width } from "../../src/view/width.js";
import { hostile } from "../corpus.js";
import { FakePostfix } from "../queue/fake-postfix.js";
import { emptyFolder, mailworthy } from "./shell.js";

const cwd = emptyFolder();
const saved = join(cwd, "queue.json");
copyFileSync("test/fixtures/queue/deferred-hold.jsonl", saved);
utimesSync(saved, 1795500000, 1795500000);
const run = (argv: string[], programs?: string, stdin = "") =>
  mailworthy(["queue", ...argv], { cwd, env: { COLUMNS: "80" }, stdin, ...(programs !== undefined && { programs }) });

/** A listing of so many messages, most of them for one destination. */
const many = (count: number): string =>
  Array.from({ length: count }, (_, at) =>
    JSON.stringify({
      queue_name: "deferred",
      queue_id: (0x125c31c0000 + at).toString(16).toUpperCase(),
      arrival_time: 1795400000 + at,
      message_size: 1_000,
      sender: `user${at % 50}@example.com`,
      recipients: [
        {
          address: `u${at}@${at % 10 < 6 ? "fabrikam.example" : `d${at % 37}.example`}`,
          delay_reason:
            at % 10 < 6
              ? "connect to mx.fabrikam.example[192.0.2.9]:25: Connection refused"
              : "Host or domain name not found. Name service error for name=d.example type=MX: Host not found, try again",
        },
      ],
    }),
  ).join("\n");

describe("a saved listing", () => {
  it("is counted as of the time it was saved, with causes and what to do", async () => {
    const { code, out, err } = await run(["queue.json"]);
    expect(err).toBe("");
    expect(code).toBe(0);
    expect(out).toMatch(
      /^deferred 13 \(oldest 1 h 0 min, 5\.6 kB\) · active 3 \(oldest 1 h 0 min, 1\.2 kB\) ·\nhold 1 /,
    );
    expect(out).toContain(
      "  to                       all   5m  10m  20m  40m  80m   3h   5h  11h  21h    >\n" +
        "  TOTAL                     13    0    0    0    0   13    0    0    0    0    0\n" +
        "  reject.test                4    0    0    0    0    4    0    0    0    0    0\n",
    );
    expect(out).toContain("connect to mx.refused.test[127.0.0.12]:25: Connection refused\n");
    expect(out).toMatch(/Healthy {2}12 pass, 2 do not apply +\d+\.\d s {2}exit 0\n$/);
  });

  it("of ten thousand messages fits a screen of 80, 60 and 40 columns, in ASCII too", async () => {
    writeFileSync(join(cwd, "many.json"), many(10_000));
    for (const columns of [80, 60, 40]) {
      const { out } = await run(["many.json", "--width", String(columns), "--ascii"]);
      expect(out).toMatch(/^[\n -~]+$/);
      const lines = out.split("\n");
      // What is to be copied is never cut.
      const wide = lines.filter((line) => width(line) > columns);
      expect(wide.filter((line) => !line.startsWith("next  mailworthy queue hold --to fabrikam.example"))).toEqual([]);
      expect(lines.length).toBeLessThan(columns < 60 ? 110 : 70);
    }
    const { out } = await run(["many.json"]);
    expect(out).toContain("! fabrikam.example       6,000    ");
    expect(out).toContain("! 6,000  fabrikam.example          refused, the oldest ");
    expect(out).toContain("next  mailworthy queue hold --to fabrikam.example   6,000, dry run\n");
    expect(out).toContain("! queue/deferred-count");
  });

  it("is read from standard input, and every reporter has the checks", async () => {
    const stdin = many(2_000);
    const { code, out } = await run(["-", "-r", "junit"], undefined, stdin);
    expect(code).toBe(0);
    expect(out).toContain("queue/deferred-count");
    expect(out).not.toContain("TOTAL");
    const strict = await run(["-", "-q", "--strict"], undefined, stdin);
    expect(strict.code).toBe(1);
    expect(strict.out.split("\n")).toHaveLength(3);
  });

  it("is one object as JSON: the queue, and the report of the checks", async () => {
    const { out } = await run(["queue.json", "--json"]);
    expect(JSON.parse(out)).toMatchObject({
      queue: { queues: { deferred: { messages: 13 }, active: { messages: 3 }, hold: { messages: 1 } } },
      results: expect.arrayContaining([expect.objectContaining({ check: "queue/deferred-count", status: "pass" })]),
      exit: 0,
    });
  });

  it("is refused where it is none", async () => {
    writeFileSync(join(cwd, "mailq.txt"), "-Queue ID-  --Size-- ----Arrival Time----\n");
    const other = await run(["mailq.txt"]);
    expect(other).toMatchObject({ code: 2, out: "" });
    expect(other.err).toContain("no line of it is one of postqueue -j");
    expect((await run(["gone.json"])).err).toContain("no such file");
    mkdirSync(join(cwd, "folder.d"), { recursive: true });
    expect((await run(["folder.d"])).err).toContain("it is a folder");
    expect((await run(["queue.json", "--instance", "/etc/postfix-out"])).code).toBe(2);
  });

  it("says how many lines could not be read", async () => {
    const { out } = await run(["-"], undefined, `${many(3)}\nnonsense\n{"queue_name":"deferred"}\n`);
    expect(out).toContain("2 lines of the listing could not be read\n");
  });

  it("shows what is hostile in it as text", async () => {
    const lines = hostile.map(({ text }, at) =>
      JSON.stringify({
        queue_name: "deferred",
        queue_id: `4jYVz74XjRzF${at}`,
        arrival_time: 1795496395,
        message_size: 10,
        sender: text,
        recipients: [{ address: `user@${text}`, delay_reason: text || "x" }],
      }),
    );
    const { out } = await run(["-", "--all", "-vv"], undefined, lines.join("\n"));
    // eslint-disable-next-line no-control-regex
    expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
    expect(out).not.toMatch(/^::|##\[|##vso/m);
  });
});

describe("the queue of a Postfix", () => {
  const old = Math.floor(Date.now() / 1_000) - 7_200;
  const postfix = new FakePostfix({
    "deferred/125C31C012B": {
      arrival: old,
      sender: "ann@example.com",
      to: [["bob@slow.example", "connect to mx.slow.example[192.0.2.9]:25: Connection timed out"]],
    },
    "hold/4jYVz74XjRzFpd0": { arrival: old, sender: "", to: [["eve@example.org"]] },
    ...Object.fromEntries(
      Array.from({ length: 60 }, (_, at) => [
        `active/4jYVz75BxwzFp${at + 10}`,
        { arrival: old, sender: `name${at}@example.com`, to: [["x@example.org"]] as const, login: "ann" },
      ]),
    ),
  });
  postfix.put("corrupt/A29131C0120", {});

  it("tells what its files tell: the next try, corrupt files, who logged in", async () => {
    const { code, out } = await run([], postfix.programs);
    expect(code).toBe(0);
    expect(out).toContain("corrupt 1\n");
    expect(out).toContain("next try: now; 1 message is due\n");
    expect(out).toContain("mx.example.com\n");
    expect(out).toContain("! queue/corrupt");
    expect(out).toContain("ann logged in to send 60 messages under 60 senders");
  });

  it("may be one that is not running, or none", async () => {
    const none = join(emptyFolder(), "bin");
    const { code, err } = await run([], none);
    expect(code).toBe(2);
    expect(err).toContain("no Postfix on this machine: postqueue is missing.");
    const broken = new FakePostfix();
    writeFileSync(
      join(broken.programs, "postqueue"),
      "#!/bin/sh\necho 'postqueue: warning: Mail system is down' >&2\necho 'postqueue: fatal: malformed showq server response' >&2\nexit 69\n",
    );
    expect((await run([], broken.programs)).err).toContain("malformed showq server response");
    const old = "#!/bin/sh\necho 'postqueue: invalid option -- j' >&2\nexit 1\n";
    writeFileSync(join(broken.programs, "postqueue"), old);
    expect((await run([], broken.programs)).err).toContain("needs Postfix 3.1 or later");
  });

  it("may be that of another mail server", async () => {
    const exim = new FakePostfix();
    writeFileSync(join(exim.programs, "exim4"), "#!/bin/sh\necho Exim version 4.96\n", { mode: 0o755 });
    const { rmSync } = await import("node:fs");
    rmSync(join(exim.programs, "postqueue"));
    const { code, err } = await run([], exim.programs);
    expect(code).toBe(2);
    expect(err).toContain("no Postfix on this machine, but Exim");
  });
});
