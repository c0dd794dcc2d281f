import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { writeRdata } from "../../src/syntax/rdata.js";
import { UsageError } from "../../src/usage.js";
import { bind } from "../../src/zones/bind.js";
import { readMaster } from "../../src/zones/master.js";
import type { Zone } from "../../src/zones/record.js";
import { mnemonicOf } from "../../src/zones/types.js";
import { someRecords } from "./records.js";

const head = "$TTL 3600\n@ SOA ns hostmaster 1 7200 3600 1209600 300\n";

const read = (text: string, files: Record<string, string> = {}): Zone =>
  bind.read({
    file: "example.com.zone",
    octets: text,
    origin: "example.com",
    include: (file) => (files[file] === undefined ? undefined : { file, octets: files[file] }),
  })[0]!;

/** Each record as a line. */
const lines = ({ records }: Zone): string[] =>
  records.map((one) => `${one.name} ${one.ttl} ${mnemonicOf(one.type)} ${writeRdata(one.type, one.data)}`);
const linesOf = (text: string, files?: Record<string, string>): string[] => lines(read(head + text, files)).slice(1);

/** All that is wrong, as `file:line:column text`. */
function problems(text: string, files: Record<string, string> = {}): string[] {
  try {
    read(text, files);
  } catch (error) {
    if (error instanceof UsageError)
      return error.problems.map(({ file, line, column, text }) => `${file}:${line}:${column} ${text}`);
    throw error;
  }
  return [];
}

describe("records of a master file", () => {
  it.each<[what: string, text: string, records: string[]]>([
    ["owner, TTL, class, type", "a 60 IN A 192.0.2.1", ["a.example.com 60 A 192.0.2.1"]],
    ["class before TTL", "a in 1h a 192.0.2.1", ["a.example.com 3600 A 192.0.2.1"]],
    ["no owner", "a A 192.0.2.1\n\tTXT x", ["a.example.com 3600 A 192.0.2.1", 'a.example.com 3600 TXT "x"']],
    ["an origin", "$ORIGIN b\na A 192.0.2.1", ["a.b.example.com 3600 A 192.0.2.1"]],
    ["a name with no dot at its end", "a CNAME b.example.net", ["a.example.com 3600 CNAME b.example.net.example.com."]],
    ["a type whose name is also a name", "mx MX 0 .", ["mx.example.com 3600 MX 0 ."]],
    ["parentheses", 'a TXT ( "x" ; one\n "y" )', ['a.example.com 3600 TXT "x" "y"']],
    ["an entry that begins within them", "(\na TXT x )", ['a.example.com 3600 TXT "x"']],
    ["strings side by side", 'a TXT x"y z""(;"', ['a.example.com 3600 TXT "x" "y z" "(;"']],
    ["a comment in place of text", "a TXT v=DMARC1; p=none", ['a.example.com 3600 TXT "v=DMARC1"']],
    ["a semicolon escaped", "a TXT v=DMARC1\\; p=none", ['a.example.com 3600 TXT "v=DMARC1;" "p=none"']],
    ["escapes", 'a TXT "\\"\\065\\200"', ['a.example.com 3600 TXT "\\"A\\200"']],
    ["a dot in a label", "a\\.b.c TXT x", ['a\\.b.c.example.com 3600 TXT "x"']],
    ["a dot escaped at the end", "a\\. TXT x", ['a\\..example.com 3600 TXT "x"']],
    ["an unknown type", "a TYPE65400 \\# 2 0178", ["a.example.com 3600 TYPE65400 \\# 2 0178"]],
    ["octets of a known type", "a TXT \\# 2 0178", ['a.example.com 3600 TXT "x"']],
    ["a known type by number", "a TYPE16 x", ['a.example.com 3600 TXT "x"']],
    [
      "spaces in digits",
      "a DS 1 13 1 abababababababab abababababababababababab",
      [`a.example.com 3600 DS 1 13 1 ${"ab".repeat(20)}`],
    ],
    ["the same twice", "a A 192.0.2.1\nA A 192.0.2.1", ["a.example.com 3600 A 192.0.2.1"]],
    [
      "two TTLs",
      "a A 192.0.2.1\na 60 A 192.0.2.2",
      ["a.example.com 3600 A 192.0.2.1", "a.example.com 3600 A 192.0.2.2"],
    ],
    ["what is outside", "a.example.net. A 192.0.2.1", []],
    ["a TTL past all", "a 4294967295 A 192.0.2.1", ["a.example.com 0 A 192.0.2.1"]],
    ["an address in one spelling", "a AAAA 2001:DB8:0::1", ["a.example.com 3600 AAAA 2001:db8::1"]],
    [
      "a service",
      'a HTTPS 1 . alpn="h2,h3" port=443',
      ["a.example.com 3600 HTTPS \\# 19 000100000100060268320268330003000201bb"],
    ],
    [
      "an alias with its proof",
      "a CNAME b\na NSEC b CNAME LOC",
      ["a.example.com 3600 CNAME b.example.com.", "a.example.com 3600 NSEC b.example.com. CNAME TYPE29"],
    ],
    [
      "numbers in a row",
      "$GENERATE 1-3/2 h${0,2} A 192.0.2.$",
      ["h01.example.com 3600 A 192.0.2.1", "h03.example.com 3600 A 192.0.2.3"],
    ],
    [
      "data of more than a word in a row",
      '$GENERATE 1-1 h$ 60 IN MX "1$ m$"',
      ["h1.example.com 60 MX 11 m1.example.com."],
    ],
    ["nibbles in a row", "$GENERATE 18-18 ${0,7,n} TXT $$", ['2.1.0.0.example.com 3600 TXT "$"']],
  ])("%s", (_, text, records) => expect(linesOf(text)).toEqual(records));

  it("know their place", () => {
    const { records } = read(`${head}\na ( A\n 192.0.2.1 )\n  60 TXT x\n`);
    expect(records.map(({ file, line, column }) => [file, line, column])).toEqual([
      ["example.com.zone", 2, 1],
      ["example.com.zone", 4, 1],
      ["example.com.zone", 6, 3],
    ]);
  });

  it("come from files that are included, and the owner stays", () => {
    const files = { "sub/mail.zone": "$ORIGIN x\nb A 192.0.2.2\n$TTL 9\n" };
    const zone = read(`${head}a A 192.0.2.1\n$INCLUDE sub/mail.zone mail\n TXT x\n`, files);
    expect(lines(zone).slice(1)).toEqual([
      "a.example.com 3600 A 192.0.2.1",
      "b.x.mail.example.com 3600 A 192.0.2.2",
      'a.example.com 9 TXT "x"',
    ]);
    expect(zone.records[2]).toMatchObject({ file: "sub/mail.zone", line: 2 });
  });

  it("have the TTL of the record before, or the SOA's last number", () => {
    const zone = read("@ SOA ns host 1 2 3 4 5\na 60 TXT x\nb TXT x\n");
    expect(lines(zone).map((line) => line.split(" ")[1])).toEqual(["5", "60", "5"]);
    expect(zone.notes.map(({ line, text }) => `${line} ${text}`)).toEqual([
      "1 no TTL is written; servers take 5, the last number of the SOA record",
    ]);
    expect(lines(read("a 60 TXT x\nb TXT x\n")).map((line) => line.split(" ")[1])).toEqual(["60", "60"]);
  });

  it("whose type nothing depends on leave their name", () => {
    expect(read(`${head}a LOC 51 30 12.748 N 0 7 39.611 W 0.00m\n`).unread).toEqual([
      { name: "a.example.com", type: "TYPE29", file: "example.com.zone", line: 3, column: 1 },
    ]);
  });
});

describe("completeness", () => {
  it.each([
    ["an SOA record", head, "zone"],
    ["none", "a 60 A 192.0.2.1", "partial"],
  ])("by %s", (_, text, completeness) => expect(read(text)).toMatchObject({ origin: "example.com", completeness }));

  it("of a zone that says itself which it is", () => {
    const octets = "$ORIGIN example.org.\n$TTL 60\n@ SOA a b 1 2 3 4 5\n";
    expect(bind.read({ file: "z", octets })[0]).toMatchObject({ origin: "example.org", completeness: "zone" });
  });
});

describe("a note says what servers make of it", () => {
  it.each([
    ["a.example.net. A 192.0.2.1", "a.example.net is outside example.com; servers leave it out"],
    [
      "a A 192.0.2.1\na 60 A 192.0.2.2",
      "a TTL of 60 where line 3 has 3600; the A records of a name have one, and servers take 3600",
    ],
    ["a 4294967295 A 192.0.2.1", "a TTL of 4294967295 is past what there is, and counts as 0"],
  ])("%s", (text, note) => expect(read(head + text).notes.map(({ text }) => text)).toEqual([note]));
});

describe("what servers refuse, with its place", () => {
  it.each<[text: string, problem: string]>([
    ["a A 192.0.2.256", '3:5 "192.0.2.256" is no IPv4 address'],
    ["a AAAA 192.0.2.1", '3:8 "192.0.2.1" is no IPv6 address'],
    ["a A 192.0.2.1 192.0.2.2", '3:15 "192.0.2.2" is more than A data has'],
    ["a A", "3:3 the address is missing"],
    ["a MX mail", '3:6 "mail" is not a number'],
    ["a MX 65536 mail", "3:6 the preference 65536 is more than 65535"],
    ['a MX 10 "mail"', "3:9 the mail host is a name; write it without quotes"],
    ["a MX 10 a..b", '3:9 "a..b" is no name: it has an empty label'],
    ["a MX 10 b..", '3:9 "b.." is no name: it has an empty label'],
    [`${"a".repeat(64)} A 192.0.2.1`, `3:1 "${"a".repeat(64)}" is no name: it has a label of more than 63 octets`],
    [`a TXT ok "${"x".repeat(256)}"`, "3:10 a text of 256 octets; one string holds 255"],
    ['a TXT "\\256"', '3:7 "\\256" is no escape; write \\DDD up to \\255'],
    ["a FOO bar", '3:3 "FOO" is no type'],
    ["a TYPE41 \\# 0", '3:3 "TYPE41" is no type'],
    ["a CH TXT x", "3:3 class CH; a zone here is of class IN"],
    ["a 1x A 192.0.2.1", '3:3 "1x" is no TTL'],
    ["a 60", "3:3 the type is missing"],
    ["a TYPE65400 \\# 5 0102", "3:16 5 octets announced, 2 given"],
    ["a A \\# 1 01", "3:10 these octets are no A data: 4 octets wanted, 1 there"],
    ["a TLSA 3 1 1 abc", "3:14 the data is not hexadecimal, two digits an octet"],
    ["a DNSKEY 257 3 13 AAA", "3:19 the key is not base64"],
    ["a DS 1 13 2 ab", "3:13 a digest of 1 octets; one of this kind has 32"],
    ["a CAA 0 is-sue x", '3:9 "is-sue" is no tag'],
    ["a HTTPS 1 . alpn=h2 alpn=h3", '3:21 the parameter "alpn" stands twice'],
    ["$FOO", '3:1 "$FOO" is no directive'],
    ["$TTL", "3:1 $TTL says nothing"],
    ["$TTL abc", '3:6 "abc" is no TTL'],
    ["$ORIGIN a b", '3:11 "b" is more than $ORIGIN takes'],
    ["$GENERATE 5-2 h$ A 192.0.2.$", '3:1 the range "5-2" ends before it begins'],
    ["$GENERATE 0-1000000000 h$ A 192.0.2.1", "3:1 more than 100000 records would be made"],
    ["$GENERATE 1-2 h$ MX 10 m$", "3:1 the data is not one word"],
    ["$INCLUDE /etc/passwd", '3:10 "/etc/passwd" leads out of the folder'],
    ["$INCLUDE a/../../b", '3:10 "a/../../b" leads out of the folder'],
    ["$INCLUDE missing", '3:10 there is no file "missing"'],
    ["a CNAME b\na A 192.0.2.1", "3:1 a.example.com is an alias, and has a record of type A in line 4 too"],
    ["a CNAME b\na CNAME c", "3:1 2 CNAME records at a.example.com; there can be one"],
    ["a SOA a b 1 2 3 4 5", "3:1 an SOA record at a.example.com, which is not the top of the zone example.com"],
    ['a TXT ( "x"', "3:7 a parenthesis is never closed"],
    ['a TXT "x" )', "3:11 a parenthesis that was not opened"],
    ['a TXT "x\nb TXT y', "3:7 a quote is not closed on its line"],
    ["a TXT x\rb TXT y", "3:8 a carriage return that ends no line"],
    ["a TXT x\0", "3:8 an octet of zero"],
  ])("%j", (text, problem) => expect(problems(head + text)).toEqual([`example.com.zone:${problem}`]));

  it.each<[what: string, text: string, problem: string]>([
    ["no TTL", "a A 192.0.2.1", "1:3 no TTL is set"],
    ["no owner", " 60 A 192.0.2.1", "1:2 no record before this one has an owner"],
    ["UTF-16", "\xff\xfea", "1:1 a file in UTF-16"],
  ])("%s", (_, text, problem) => expect(problems(text)).toEqual([`example.com.zone:${problem}`]));

  it("all of it is told at once, up to a bound", () => {
    expect(problems(`${head}a A x\nb A y\nc TXT ok\n`)).toHaveLength(2);
    expect(problems(head + "a A x\n".repeat(100))).toHaveLength(20);
  });

  it("files that include each other", () => {
    const files = { a: "$INCLUDE b\n", b: "$INCLUDE a\n" };
    expect(problems(`${head}$INCLUDE a\n`, files)).toEqual([
      "b:1:10 files include each other: example.com.zone, a, b, a",
    ]);
  });

  it("a relative name where no zone is known", () => {
    const octets = "a 60 A 192.0.2.1\n";
    expect(() => bind.read({ file: "z", octets })).toThrow('"a" is no name: it is relative, and no origin is set');
  });
});

describe("detection", () => {
  it.each([
    ["example.com.zone", "", true],
    ["zones/db.example.com", "", true],
    ["x", "; c\n$ORIGIN example.com.\n", true],
    ["x", "@ 3600 IN SOA a b 1 2 3 4 5\n", true],
    ["x.yaml", "---\n'':\n  type: MX\n", false],
  ])("%s %j: %s", (file, octets, is) => expect(bind.detect({ file, octets })).toBe(is));
});

describe("any text", () => {
  it("is read or refused with its places, and nothing else", () => {
    const word = fc.constantFrom(
      "@",
      "a",
      "A",
      "TXT",
      '"',
      "(",
      ")",
      ";",
      "\n",
      " ",
      "\t",
      "\\",
      "$TTL",
      "1h",
      "IN",
      "\\#",
      "$GENERATE",
      "1-9",
      "$",
      "192.0.2.1",
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(word, fc.string({ unit: "binary-ascii", maxLength: 4 })), { maxLength: 40 }),
        (words) => {
          expect(Array.isArray(problems(head + words.join(" ")))).toBe(true);
        },
      ),
    );
  });

  it("that we write is read as what it was", () => {
    fc.assert(
      fc.property(someRecords, (records) => {
        const text = records.map(
          ({ name, ttl, type, data }) => `n.${name === "." ? "" : `${name}.`} ${ttl} ${type} ${writeRdata(type, data)}`,
        );
        const written = readMaster({ file: "z", octets: text.join("\n") });
        expect(written.records.map(({ name, type, data }) => ({ name, type, data }))).toEqual(
          records.map(({ name, type, data }) => ({ name: name === "." ? "n" : `n.${name}`, type, data })),
        );
      }),
    );
  });
});
