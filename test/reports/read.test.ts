import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { messagesIn } from "../../src/reports/mbox.js";
import { readReports } from "../../src/reports/read.js";
import { dmarcXml, mail } from "./samples.js";

const folder = mkdtempSync(join(tmpdir(), "mailworthy-"));
const report = { name: "r.xml", octets: Buffer.from(dmarcXml()) };
const nothing = async function* () {};

async function found(paths: string[], input: () => AsyncIterable<Uint8Array> = nothing): Promise<string[]> {
  const all: string[] = [];
  for await (const one of readReports({ paths, folder, input })) {
    const place = "line" in one ? `:${one.line}` : "";
    all.push(`${one.kind} ${one.file}${place}${"text" in one ? ` ${one.text}` : ""}`);
  }
  return all;
}

beforeAll(() => {
  for (const name of ["in/deep/er", "box/cur", "box/new", "box/tmp"])
    mkdirSync(join(folder, name), { recursive: true });
  const put = (name: string, text: string) => writeFileSync(join(folder, name), text);
  put("in/b.xml", dmarcXml());
  put("in/a.txt", "notes");
  put("in/deep/er/c.xml", dmarcXml());
  put("in/deep/cut.xml", dmarcXml().slice(0, 300));
  put("box/cur/1:2,S", mail([report]));
  put("box/tmp/2", mail([report]));
  put("secret.xml", dmarcXml());
  put("all.mbox", `From a Sun\n${mail([report])}\nFrom b Sun\n${mail()}\n`);
  symlinkSync(join(folder, "secret.xml"), join(folder, "in/link.xml"));
  symlinkSync(folder, join(folder, "in/loop"));
  symlinkSync(join(folder, "secret.xml"), join(folder, "named.xml"));
});

describe("files", () => {
  it.each<[string, string[], string[]]>([
    ["one", ["in/b.xml"], ["dmarc in/b.xml"]],
    ["in the order named", ["secret.xml", "in/b.xml"], ["dmarc secret.xml", "dmarc in/b.xml"]],
    [
      "a folder, all below it, no link followed",
      ["in"],
      [
        "foreign in/a.txt neither a report nor a message, nor an archive of them",
        "dmarc in/b.xml",
        "broken in/deep/cut.xml:4 unclosed tag: domain",
        "dmarc in/deep/er/c.xml",
        "left in/link.xml a symbolic link, which is not followed",
        "left in/loop a symbolic link, which is not followed",
      ],
    ],
    ["a link that is named", ["named.xml"], ["dmarc named.xml"]],
    ["a Maildir", ["box"], ["message box/cur/1:2,S", "dmarc box/cur/1:2,S: r.xml"]],
    ["an mbox", ["all.mbox"], ["message all.mbox", "dmarc all.mbox: r.xml", "message all.mbox"]],
    ["none", ["gone.xml"], ["broken gone.xml no such file"]],
    ["one that is no report", ["in/a.txt"], ["broken in/a.txt neither a report nor a message, nor an archive of them"]],
    ["a device", ["/dev/null"], ["broken /dev/null not a regular file"]],
  ])("%s", async (_, paths, expected) => {
    expect(await found(paths)).toEqual(expected);
  });

  it("standard input, in pieces of any size", async () => {
    const input = (text: string, size: number) =>
      async function* () {
        const octets = Buffer.from(text);
        for (let at = 0; at < octets.length; at += size) yield octets.subarray(at, at + size);
      };
    expect(await found(["-"], input(dmarcXml(), 3))).toEqual(["dmarc standard input"]);
    expect(await found(["-"], input(`From a\n${mail([report])}`, 7))).toEqual([
      "message standard input",
      "dmarc standard input: r.xml",
    ]);
    expect(await found(["-"])).toEqual(["broken standard input an empty file"]);
  });
});

describe("an mbox", () => {
  const split = async (text: string, size: number): Promise<[number, string][]> => {
    const pieces = async function* () {
      for (let at = 0; at < text.length; at += size) yield Buffer.from(text.slice(at, at + size));
    };
    const all: [number, string][] = [];
    for await (const { line, octets } of messagesIn(pieces())) all.push([line, Buffer.from(octets ?? []).toString()]);
    return all;
  };
  const text = "From a\nA: 1\n\none\nFrom b\nA: 2\n\n>From x\nFrom c\nA: 3";
  it.each([1, 2, 5, 7, 1000])("is split the same in pieces of %i", async (size) => {
    expect(await split(text, size)).toEqual([
      [1, "A: 1\n\none\n"],
      [5, "A: 2\n\n>From x\n"],
      [9, "A: 3"],
    ]);
  });

  it("skips a message that is too long, and says in which line it began", async () => {
    const long = `From a\nA: 1\n\n${"x\n".repeat(500)}From b\nA: 2\n`;
    const pieces = async function* () {
      for (let at = 0; at < long.length; at += 16) yield Buffer.from(long.slice(at, at + 16));
    };
    const all = [];
    for await (const one of messagesIn(pieces(), 100)) all.push(one);
    expect(all).toEqual([{ line: 1 }, { line: 504, octets: Buffer.from("A: 2\n") }]);
  });
});
