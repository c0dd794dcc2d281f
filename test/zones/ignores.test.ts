import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openZones } from "../../src/zones/open.js";

const tail = "until=2099-01-31 -- r";

/** Which record sets each comment of some files stands at. */
async function tied(files: Record<string, string>, more: object = {}): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), "mailworthy-"));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const { zones } = await openZones({ paths: [Object.keys(files)[0]!], folder, ...more });
  return zones.flatMap(({ ignores = [] }) =>
    ignores.map(({ checks, of, line, fault }) =>
      [
        `${line} ${checks.join(",")}:`,
        ...of.map(({ name, type }) => `${name} ${type}`),
        ...(fault ? [fault] : []),
      ].join(" "),
    ),
  );
}

const soa = "$ORIGIN example.com.\n$TTL 3600\n@ SOA ns1 host 1 2 3 4 5\n";

describe("comments in a master file", () => {
  it.each<[string, string, string[]]>([
    ["in its line", `@ MX 10 mx1 ; mailworthy-ignore a/b ${tail}\n`, ["4 a/b: example.com MX"]],
    ["above", `; mailworthy-ignore a/b,c/d ${tail}\n@ MX 10 mx1\n@ A 192.0.2.1\n`, ["4 a/b,c/d: example.com MX"]],
    [
      "several above",
      `; mailworthy-ignore a/b ${tail}\n; why\n; mailworthy-ignore c/d ${tail}\n@ MX 10 mx1\n`,
      ["4 a/b: example.com MX", "6 c/d: example.com MX"],
    ],
    [
      "in parentheses",
      `s TXT ( "a"\n; mailworthy-ignore a/b ${tail}\n"b" )\n@ A 192.0.2.1\n`,
      ["5 a/b: s.example.com TXT"],
    ],
    [
      "at the last of several lines",
      `s TXT ( "a"\n"b" ) ; mailworthy-ignore a/b ${tail}\n`,
      ["5 a/b: s.example.com TXT"],
    ],
    [
      "away from any record",
      `; mailworthy-ignore a/b ${tail}\n\n@ MX 10 mx1\n`,
      ["4 a/b: no record stands in its line or in the line below"],
    ],
    ["in a quoted text, which is none", `s TXT "; mailworthy-ignore a/b ${tail}"\n`, []],
    ["after a quoted semicolon", `s TXT "a;b\\"" ; mailworthy-ignore a/b ${tail}\n`, ["4 a/b: s.example.com TXT"]],
  ])("%s", async (_, text, expected) => {
    expect(await tied({ "example.com.zone": soa + text })).toEqual(expected);
  });

  it("of a file that is included", async () => {
    const included = `mx1 A 192.0.2.1 ; mailworthy-ignore a/b ${tail}\n`;
    expect(await tied({ "example.com.zone": `${soa}$INCLUDE hosts.inc\n`, "hosts.inc": included })).toEqual([
      "1 a/b: mx1.example.com A",
    ]);
  });

  it("are bounded in number", async () => {
    const text = soa + `a A 192.0.2.1 ; mailworthy-ignore a/b ${tail}\n`.repeat(1_001);
    await expect(tied({ "example.com.zone": text })).rejects.toMatchObject({
      problems: [{ text: "more than 1000 comments of mailworthy-ignore" }],
    });
  });
});

describe("comments in the YAML of octoDNS", () => {
  it.each<[string, string, string[]]>([
    ["at a key", `'': # mailworthy-ignore a/b ${tail}\n  type: A\n  value: 192.0.2.1\n`, ["1 a/b: example.com A"]],
    [
      "above a key",
      `# mailworthy-ignore a/b ${tail}\n_dmarc:\n  type: TXT\n  value: v=DMARC1\\; p=none\nwww:\n  type: A\n  value: 192.0.2.1\n`,
      ["1 a/b: _dmarc.example.com TXT"],
    ],
    [
      "at one of several types",
      `'':\n- type: A\n  value: 192.0.2.1\n- type: MX # mailworthy-ignore a/b ${tail}\n  values:\n  - exchange: mx1.example.com.\n    preference: 10\n`,
      ["4 a/b: example.com MX"],
    ],
    [
      "inside of a record",
      `'':\n- type: A\n  value: 192.0.2.1\n- type: MX\n  # mailworthy-ignore a/b ${tail}\n  ttl: 300\n  values:\n  - exchange: mx1.example.com.\n    preference: 10\n`,
      ["5 a/b: example.com MX"],
    ],
    ["in a text, which is none", `'':\n  type: TXT\n  value: 'a # mailworthy-ignore a/b ${tail}'\n`, []],
  ])("%s", async (_, text, expected) => {
    expect(await tied({ "example.com.yaml": text }, { from: "octodns" })).toEqual(expected);
  });
});
