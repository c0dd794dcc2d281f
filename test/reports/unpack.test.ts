import { gzipSync } from "node:zlib";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Budget } from "../../src/reports/budget.js";
import type { Found } from "../../src/reports/found.js";
import { unpack } from "../../src/reports/unpack.js";
import { dmarcXml, mail, tlsJson } from "./samples.js";
import { zipped } from "./zip.js";

const xml = Buffer.from(dmarcXml());
const json = Buffer.from(tlsJson());
const said = ({ kind, file, ...more }: Found): string =>
  "text" in more ? `${kind} ${file}: ${more.text}` : `${kind} ${file}`;
const found = async (octets: Uint8Array): Promise<string[]> => (await unpack(octets, "f")).map(said);
const entry = (name: string, octets: Uint8Array = xml) => ({ name, octets });
const megabytes = (count: number, char = " ") => Buffer.from(char.repeat(count * 1024 * 1024));

describe("what a file holds", () => {
  it.each<[string, Uint8Array, string[]]>([
    ["a DMARC report", xml, ["dmarc f"]],
    ["a TLS report", json, ["tls f"]],
    ["gzip", gzipSync(xml), ["dmarc f"]],
    ["gzip in two members", Buffer.concat([gzipSync(xml.subarray(0, 99)), gzipSync(xml.subarray(99))]), ["dmarc f"]],
    ["gzip of a TLS report", gzipSync(json), ["tls f"]],
    ["zip", zipped(entry("a.xml"), entry("b.json", json)), ["dmarc f: a.xml", "tls f: b.json"]],
    ["zip, stored", zipped({ ...entry("a.xml"), stored: true }), ["dmarc f: a.xml"]],
    [
      "zip with a folder and a note",
      zipped(entry("x/", Buffer.alloc(0)), entry("x/readme", Buffer.from("hi")), entry("x/a")),
      ["dmarc f: x/a"],
    ],
    ["a zip of a gzip", zipped(entry("a.xml.gz", gzipSync(xml))), ["dmarc f: a.xml.gz"]],
    ["a message", Buffer.from(mail([entry("a.xml.gz", gzipSync(xml))])), ["message f", "dmarc f: a.xml.gz"]],
    [
      "a message with a zip",
      Buffer.from(mail([entry("a.zip", zipped(entry("a.xml")))])),
      ["message f", "dmarc f: a.zip: a.xml"],
    ],
    [
      "a message in a message",
      Buffer.from(mail([entry("m.eml", Buffer.from(mail([entry("a.xml")])))])),
      ["message f", "message f: m.eml", "dmarc f: m.eml: a.xml"],
    ],
    [
      "a message without a report",
      Buffer.from(mail([entry("logo.png", Buffer.from([137, 80, 78, 71]))])),
      ["message f"],
    ],
    ["CRLF", Buffer.from(mail([entry("a.xml")]).replaceAll("\n", "\r\n")), ["message f", "dmarc f: a.xml"]],
    [
      "an mbox, packed",
      gzipSync(`From a\n${mail([entry("a.xml")])}\nFrom b\n${mail()}`),
      ["message f: line 1", "dmarc f: line 1: a.xml", "message f: line 33"],
    ],
    ["nothing", Buffer.alloc(0), ["foreign f: an empty file"]],
    ["text", Buffer.from("hello\n"), ["foreign f: neither a report nor a message, nor an archive of them"]],
    ["other JSON", Buffer.from('{"name": "x"}'), ["foreign f: JSON, but no TLS report: no policies in it"]],
    ["JSON past all use", Buffer.from(`[${" ".repeat(5e6)}]`), ["foreign f: JSON of more than 4194304 bytes"]],
    ["other XML", Buffer.from("<svg/>"), ["foreign f: its root is <svg>, not <feedback>"]],
    ["an archive of other things", zipped(entry("a", Buffer.from("x"))), ["foreign f: a zip archive without a report"]],
    ["a cut gzip", gzipSync(xml).subarray(0, 60), ["broken f: a gzip file that is cut"]],
    [
      "a damaged gzip",
      Buffer.concat([Buffer.from([0x1f, 0x8b]), Buffer.alloc(50, 7)]),
      ["broken f: a gzip file that is damaged"],
    ],
    [
      "a cut message",
      Buffer.from(mail([entry("a.xml.gz", gzipSync(xml))])).subarray(0, 600),
      ["message f", "broken f: a.xml.gz: a gzip file that is cut"],
    ],
  ])("%s", async (_, octets, expected) => {
    expect(await found(octets)).toEqual(expected);
  });

  it("the signatures of a message, as its fields say", async () => {
    const text = mail([], "d=Example.COM.; s=s1").replace(
      "DKIM-Signature",
      "DKIM-Signature: v=1; broken\nDKIM-Signature",
    );
    expect(await unpack(Buffer.from(text), "f")).toEqual([
      { kind: "message", file: "f", signatures: [{ domain: "example.com", selector: "s1" }] },
    ]);
  });
});

const lines = (line: string, count: number) => Buffer.from(`Subject: x\n\n${line.repeat(count)}`);

describe("bombs and tricks are refused, and what they are is said", () => {
  const quine = (depth: number): Buffer => (depth === 0 ? xml : gzipSync(quine(depth - 1)));
  it.each<[string, Uint8Array, RegExp]>([
    ["gzip", gzipSync(megabytes(65)), /unpack to more than \d+; it is not unpacked further/],
    ["gzip of a gzip bomb", gzipSync(gzipSync(megabytes(65))), /unpack to more than/],
    ["gzip past the ratio, not the bound", gzipSync(megabytes(20)), /unpack to more than/],
    ["zip", zipped(entry("a.xml", megabytes(65))), /unpack to more than/],
    [
      "zip that lies about its size",
      zipped({ ...entry("a.xml", megabytes(65)), claims: 10 }),
      /damaged|unpack to more than/,
    ],
    ["packed over and over", quine(6), /more than 4 times over/],
    [
      "many files",
      zipped(...Array.from({ length: 1001 }, (_, at) => entry(`${at}`))),
      /1001 files; 1000 are read at most/,
    ],
    ["encrypted", zipped({ ...entry("a.xml"), encrypted: true }), /encrypted/],
    ["a name that leads out", zipped(entry("../../etc/cron.d/x")), /damaged: invalid relative path/],
    ["an absolute name", zipped(entry("/etc/passwd")), /damaged: absolute path/],
    ["a cut zip", zipped(entry("a.xml")).subarray(0, 80), /a zip archive that is damaged/],
    ["a message of many lines", lines("\n", 220_001), /more than 220000 lines/],
    ["a message of many parts", lines("--b\n", 10_001), /more than 10000 parts/],
    ["a message that is long", lines("x".repeat(1024), 16 * 1024), /a message of more than 16777216 bytes/],
    [
      "parts beyond depth",
      Buffer.from(
        Array.from({ length: 200 }, (_, at) => `Content-Type: multipart/mixed; boundary=b${at}\n\n--b${at}\n`).join(""),
      ),
      /a message that cannot be read/,
    ],
  ])("%s", async (_, octets, why) => {
    const all = await found(octets);
    expect(all).toHaveLength(1);
    expect(all[0]).toMatch(/^broken f/);
    expect(all[0]).toMatch(why);
  });

  it("what comes out of one file in all is bounded, however it is spread", async () => {
    const part = Buffer.concat(
      Array.from({ length: 60 }, () => Buffer.from(crypto.getRandomValues(new Uint8Array(65_536)))),
    );
    const many = zipped(...Array.from({ length: 80 }, (_, at) => ({ ...entry(`${at}`, part), stored: true })));
    const all = await unpack(many, "f", new Budget());
    expect(all.map(said).join()).toMatch(/unpack to more than|come out of it/);
  });
});

it("never throws, whatever it is given", async () => {
  const seeds = [
    gzipSync(xml),
    zipped(entry("a.xml"), entry("b", json)),
    Buffer.from(mail([entry("a.gz", gzipSync(xml))])),
    xml,
    json,
  ];
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...seeds),
      fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 8 }),
      fc.option(fc.nat(), { freq: 3 }),
      async (seed, changes, cut) => {
        const octets = Buffer.from(seed);
        for (const [at, value] of changes) octets[at % octets.length] = value;
        const given = cut === null ? octets : octets.subarray(0, cut % octets.length);
        expect(Array.isArray(await unpack(given, "f"))).toBe(true);
      },
    ),
    { numRuns: 300 },
  );
});
