import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { writeRdata } from "../../src/syntax/rdata.js";
import { UsageError } from "../../src/usage.js";
import { formats } from "../../src/zones/formats.js";
import { openZones, type Wanted } from "../../src/zones/open.js";
import type { Zone } from "../../src/zones/record.js";

const head = "$TTL 3600\n@ SOA ns hostmaster 1 7200 3600 1209600 300\n";
const yaml = "'':\n  type: MX\n  value: { exchange: mx1.example.org., preference: 10 }\n";

type Files = Record<string, string>;

/** A folder with some files; a text that begins with `-> ` makes a link. */
function folderOf(files: Files): string {
  const folder = mkdtempSync(join(tmpdir(), "mailworthy-open-"));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    if (text.startsWith("-> ")) symlinkSync(text.slice(3), join(folder, name));
    else writeFileSync(join(folder, name), text, "latin1");
  }
  return folder;
}

const open = (files: Files, paths: string[], more: Partial<Wanted> = {}) =>
  openZones({ paths, folder: folderOf(files), ...more });

const told = ({ origin, completeness, records }: Zone): string =>
  `${origin} ${completeness}: ${records.map(({ name, type, data }) => `${name} ${type} ${writeRdata(type, data)}`).join(", ")}`;

/** Zones without their SOA records. */
async function zonesOf(...asked: Parameters<typeof open>): Promise<string[]> {
  const { zones } = await open(...asked);
  return zones.map((zone) => told({ ...zone, records: zone.records.filter(({ type }) => type !== "SOA") }));
}

/** What is wrong, as `file:line:column text` or the message with its next step. */
async function problems(...asked: Parameters<typeof open>): Promise<string[]> {
  try {
    await open(...asked);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return error.problems.length > 0
      ? error.problems.map(({ file, line, column, text }) =>
          line === undefined ? `${file} ${text}` : `${file}:${line}:${column} ${text}`,
        )
      : [`${error.message}; ${error.next}`];
  }
  return [];
}

describe("the zone of a master file", () => {
  it.each<[name: string, zone: string]>([
    ["example.com.zone", "example.com"],
    ["db.example.com", "example.com"],
    ["example.com", "example.com"],
    ["example.com.db.signed", "example.com"],
    ["db.2.0.192.in-addr.arpa", "2.0.192.in-addr.arpa"],
    ["EXAMPLE.com.", "example.com"],
  ])("is the one that %s is named for, and that is said", async (name, zone) => {
    const { zones } = await open({ [name]: head }, [name]);
    expect(zones.map(({ origin }) => origin)).toEqual([zone]);
    expect(zones[0]!.notes.map(({ text }) => text)).toEqual([`taken for ${zone}, which the file is named for`]);
  });

  it.each(["mail.zone", "192.0.2.db", "named.conf", "records.txt"])("is not told by %s", async (name) => {
    expect(await problems({ [name]: head }, [name], { from: "bind" })).toEqual([
      `${name}:2:1 "@" is no name: it is relative, and no origin is set`,
    ]);
  });

  it("is the one it says itself", async () => {
    const { zones } = await open({ "example.com.zone": `$ORIGIN example.net.\n${head}` }, ["example.com.zone"]);
    expect(zones).toMatchObject([{ origin: "example.net", notes: [] }]);
  });

  it("is the one that is asked for, with a file that is named", async () => {
    expect(await zonesOf({ "example.com.zone": "a 60 TXT x" }, ["example.com.zone"], { zone: "example.net." })).toEqual(
      ['example.net partial: a.example.net TXT "x"'],
    );
  });
});

describe("a folder", () => {
  const files = {
    "zones/db.example.com": `${head}@ MX 10 mx\n$INCLUDE common\n`,
    "zones/common": "$TTL 60\nmx A 192.0.2.1\n",
    "zones/sub/example.org.yaml": yaml,
    "zones/README.md": "    $ORIGIN example.com.\n    $TTL 3600\n",
    "zones/.git/db.example.net": head,
    "zones/node_modules/db.example.net": head,
    "zones/link.zone": "-> /etc/hostname",
    "zones/picture.db": "SQLite format 3\0",
  };
  const all = [
    "example.com zone: example.com MX 10 mx.example.com., mx.example.com A 192.0.2.1",
    "example.org zone: example.org MX 10 mx1.example.org.",
  ];

  it("is read with all that is below it, but for what is no zone", async () => {
    expect(await zonesOf(files, ["zones"])).toEqual(all);
    expect((await open(files, ["zones"])).skipped).toEqual([
      "zones/README.md",
      "zones/common",
      "zones/link.zone: a symbolic link, which is not followed",
      "zones/picture.db",
    ]);
  });

  it("and a file in it are read once", async () => {
    expect(await zonesOf(files, ["zones/db.example.com", "zones"])).toEqual(all);
  });

  it("of which one zone is wanted", async () => {
    expect(await zonesOf(files, ["zones"], { zone: "example.org" })).toEqual(all.slice(1));
    expect(await problems(files, ["zones"], { zone: "example.net" })).toEqual([
      "no zone example.net in zones; there is example.com, example.org",
    ]);
  });

  it("of which one format is wanted", async () => {
    expect(await zonesOf(files, ["zones"], { from: "octodns" })).toEqual(all.slice(1));
  });

  it("has parts that others include, which are no zones of their own", async () => {
    const parts = { "a/db.example.com": `${head}$INCLUDE mx.example.com`, "a/mx.example.com": "@ MX 10 mx\n" };
    const { zones, skipped } = await open(parts, ["a"]);
    expect(zones.map(told)).toHaveLength(1);
    expect(skipped).toEqual(["a/mx.example.com"]);
  });

  it("with no zone in it is none", async () => {
    const looked = `looked for ${formats.map(({ id }) => id).join(", ")}`;
    expect(await problems({ "a/README.md": "text" }, ["a"])).toEqual([`no zone in a; ${looked}`]);
  });
});

describe("several files of one zone", () => {
  const part = "$ORIGIN example.com.\nb 60 TXT y\n@ 60 MX 10 mx\n";
  it("are one zone, and what is there twice is said", async () => {
    const files = { "example.com.zone": `${head}a TXT x\n@ 60 MX 10 mx\n`, part };
    const { zones } = await open(files, ["example.com.zone", "part"]);
    expect(zones).toHaveLength(1);
    expect(zones[0]!.completeness).toBe("zone");
    expect(zones[0]!.records.map(({ file, line, name, type }) => `${file}:${line} ${name} ${type}`)).toEqual([
      "example.com.zone:2 example.com SOA",
      "example.com.zone:3 a.example.com TXT",
      "example.com.zone:4 example.com MX",
      "part:2 b.example.com TXT",
    ]);
    expect(zones[0]!.notes.map(({ file, line, text }) => `${file}:${line} ${text}`)).toContain(
      "part:3 example.com MX is in example.com.zone, line 4, too",
    );
  });

  it("must agree", async () => {
    const files = { "example.com.zone": `${head}b CNAME c\n`, part };
    expect(await problems(files, ["example.com.zone", "part"])).toEqual([
      "example.com.zone:3:1 b.example.com is an alias, and has a record of type TXT in line 2 of part too",
    ]);
  });

  it("of which two are whole are refused", async () => {
    expect(await problems({ "a/db.example.com": head, "b/db.example.com": head }, ["a", "b"])).toEqual([
      "b/db.example.com:2:1 the zone example.com is in a/db.example.com too, each time whole",
    ]);
  });
});

describe("standard input", () => {
  it("is text or octets", async () => {
    for (const stdin of ["$ORIGIN b.\na 60 TXT x\n", Buffer.from("$ORIGIN b.\na 60 TXT x\n")])
      expect((await openZones({ paths: ["-"], stdin })).zones.map(told)).toEqual(['b partial: a.b TXT "x"']);
  });

  it("includes nothing but below a root that is named", async () => {
    const stdin = "$ORIGIN b.\n$INCLUDE a\n";
    expect(await problems({}, ["-"], { stdin })).toEqual(['standard input:2:10 there is no file "a"']);
    expect(await zonesOf({ "r/a": "a 60 TXT x\n" }, ["-"], { stdin, includeRoot: "r" })).toEqual([
      'b partial: a.b TXT "x"',
    ]);
  });
});

describe("what is not read", () => {
  const secret = folderOf({ secret: "password\n" });
  const including = `${head}$INCLUDE x\n`;
  it.each<[what: string, files: Files, path: string, problem: string]>([
    ["a file that is not there", {}, "a.zone", "a.zone no such file"],
    ["a file in no format", { "a.txt": "text" }, "a.txt", "a.txt it looks like no zone, in no format that is known"],
    ["code of DNSControl", { "dnsconfig.js": "D(x)" }, "dnsconfig.js", "dnsconfig.js code, which is not run here"],
    ["code of Terraform", { "a.tf": "x {}" }, "a.tf", "a.tf code, which is not run here"],
    ["a link out of the folder", { "a.zone": `-> ${secret}/secret` }, "a.zone", "a.zone a link out of the folder"],
    ["a folder behind a link", { zones: `-> ${secret}` }, "zones", "zones a link out of the folder"],
    ["a folder above a file behind a link", { z: `-> ${secret}` }, "z/secret", "z/secret a link out of the folder"],
    [
      "an included link out of the folder",
      { "b.de": including, x: `-> ${secret}/secret` },
      "b.de",
      'b.de:3:10 "x": a link',
    ],
    ["an included link to nothing", { "b.de": including, x: "-> y" }, "b.de", 'b.de:3:10 there is no file "x"'],
    ["an included link to itself", { "b.de": including, x: "-> x" }, "b.de", 'b.de:3:10 "x": links in a circle'],
    ["an included folder", { "b.de": including, "x/y": "" }, "b.de", 'b.de:3:10 "x": not a regular file'],
    ["an included device", { "b.de": including, x: "-> /dev/zero" }, "b.de", 'b.de:3:10 "x": a link'],
  ])("%s", async (_, files, path, problem) => {
    const [found, ...more] = await problems(files, [path]);
    expect(more).toEqual([]);
    expect(found!.slice(0, problem.length)).toBe(problem);
  });

  it("a link inside of the folder is", async () => {
    expect(await zonesOf({ "b.de": "-> z", z: "a 60 TXT x\n" }, ["b.de"])).toEqual(['b.de partial: a.b.de TXT "x"']);
  });

  it("a pipe, which nobody writes to", async () => {
    const folder = folderOf({ "b.de": including });
    execFileSync("mkfifo", [join(folder, "x"), join(folder, "pipe")]);
    expect(await problems({}, ["b.de"], { folder })).toEqual(['b.de:3:10 "x": not a regular file']);
    expect(await problems({}, ["pipe"], { folder })).toEqual(["pipe not a regular file"]);
  });

  it("all that is wrong is told at once", async () => {
    const files = { "a.de": "a 60 A x\n", "c.de": "a 60 A y\n" };
    expect(await problems(files, ["a.de", "c.de", "e"], { from: "bind" })).toEqual([
      'a.de:1:8 "x" is no IPv4 address',
      'c.de:1:8 "y" is no IPv4 address',
      "e no such file",
    ]);
  });
});

describe("what is asked for", () => {
  it.each<[Partial<Wanted>, string]>([
    [{ from: "bxyz" }, 'no format "bxyz"; formats are'],
    [{ from: "bnid" }, 'no format "bnid"; did you mean bind?'],
    [{ zone: "a..b" }, '"a..b" is no name of a zone: it has an empty label'],
    [{ view: "inside" }, "no view inside in -; there is none"],
  ])("%j", async (wanted, problem) => {
    const [found] = await problems({}, ["-"], { stdin: head, ...wanted, zone: wanted.zone ?? "example.com" });
    expect(found!.slice(0, problem.length)).toBe(problem);
  });
});
