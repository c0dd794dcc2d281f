import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { width } from "../../src/view/width.js";
import { dmarcXml, mail, tlsJson } from "../reports/samples.js";
import { emptyFolder, mailworthy } from "./shell.js";

const cwd = emptyFolder();
mkdirSync(join(cwd, "in"));
const put = (name: string, text: string | Uint8Array) => writeFileSync(join(cwd, name), text);
const bad = { dkim: "fail", spf: "fail", signed: "", envelope: "example.com fail", disposition: "reject" };
put("in/a.xml.gz", gzipSync(dmarcXml({ rows: [{ count: 990 }, { count: 10, ip: "203.0.113.9", ...bad }] })));
put("in/a-again.xml", dmarcXml({ rows: [{ count: 990 }, { count: 10, ip: "203.0.113.9", ...bad }] }));
put("in/t.json", tlsJson({ failures: ["certificate-expired mx1.example.com 3"] }));
put("in/m.eml", mail([], "d=example.com; s=m1"));
put(
  "long.xml",
  dmarcXml({ org: "o ".repeat(200), domain: `${"l".repeat(60)}.${"m".repeat(60)}.example`, rows: [bad, {}] }),
);
put("cut.xml", dmarcXml().slice(0, 300));
const [bell, escape, override] = [7, 27, 0x202e].map((code) => String.fromCharCode(code)) as [string, string, string];
const link = `${escape}]8;;http://e${bell}`;
put("hostile.xml", dmarcXml({ org: `${escape}[31mred${override}`, domain: `x${link}.example`, rows: [bad] }));
const run = (...argv: string[]) => mailworthy(["reports", ...argv], { cwd, env: { COLUMNS: "80" } });

describe("the screen", () => {
  it("says what aligns, who does not, what to do, and what was read", async () => {
    const { code, out, err } = await run("in");
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(Math.max(...out.split("\n").map(width))).toBeLessThanOrEqual(80);
    expect(out).toContain(
      "example.com  p=reject, 2026-11-01, 1 report by 1 reporter\n  ✓ 990   99.0 %  aligned by DKIM and SPF\n  ✗  10    1.0 %  not aligned\n    990 delivered, 10 rejected\n",
    );
    expect(out).toContain(
      "✗ 203.0.113.9  as example.com, 10 messages\n    not signed, and the SPF record does not name the address\n    10 rejected\n    fix If it is yours, add ip4:203.0.113.9",
    );
    expect(out).toContain(
      "✗ certificate-expired  mx1.example.com, 3 sessions\n    the certificate has expired\n    fix Renew",
    );
    expect(out).toMatch(/Learnt {4}selectors s1 and m1; senders 192\.0\.2\.1 \(--learn prints them\)\n/);
    expect(out).toMatch(
      /Read {2}1 DMARC report and 1 TLS report, 1 duplicate counted once, 1\s+message opened {2}exit 0\n$/,
    );
  });

  it.each([["60"], ["48"], ["120"]])("fits %s columns, also in ASCII", async (columns) => {
    const { out } = await run("in", "long.xml", "--width", columns, "--ascii");
    expect(Math.max(...out.split("\n").map(width))).toBeLessThanOrEqual(Number(columns));
    expect(out).toMatch(/^[\n -~]+$/);
  });

  it("shows what hostile reports hold as text", async () => {
    const { code, out } = await run("hostile.xml", "-v", "--color", "never");
    expect(code).toBe(0);
    for (const char of [bell, escape, override]) expect(out).not.toContain(char);
    expect(out).toContain(String.raw`\027`);
  });
});

describe("files that cannot be read", () => {
  it("are named with the line, the others go on", async () => {
    const { code, out, err } = await run("cut.xml", "in");
    expect(code).toBe(3);
    expect(err).toBe("cut.xml:4:1: unclosed tag: domain\n");
    expect(out).toMatch(/1 file not readable {2}exit 3\n$/);
  });

  it.each<[string[], RegExp]>([
    [["cut.xml"], /no report: 1 file that cannot be read/],
    [["nowhere"], /^nowhere: no such file\nmailworthy: no report/],
    [["in/m.eml"], /no report: 1 message without one/],
    [["in", "--until", "2020-01-01"], /no report: 1 duplicate|no report: \d reports? of other domains or days/],
    [["in", "--since", "soon"], /--since: "soon" is not a day/],
    [["in", "--domain", "a..b"], /is not a domain name/],
    [[], /PATH is missing/],
  ])("%j is nothing to judge", async (argv, said) => {
    const { code, out, err } = await run(...argv);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(said);
  });
});

describe("other forms", () => {
  it("JSON", async () => {
    const { out } = await run("in", "--json");
    expect(JSON.parse(out)).toMatchObject({
      domains: [{ domain: "example.com", messages: 1000, sources: [{ alignment: "both" }, { alignment: "none" }] }],
      tls: [{ domain: "example.com", failed: 3 }],
      learnt: { "example.com": { selectors: ["s1", "m1"], senders: ["192.0.2.1"] } },
      tally: { dmarc: 1, tls: 1, duplicates: 1 },
    });
  });

  it("CSV", async () => {
    const { out } = await run("in", "--csv");
    const [head, ...rows] = out.trimEnd().split("\r\n");
    expect(head).toMatch(/^domain,from,alignment/);
    expect(rows[1]).toMatch(
      /^example\.com,example\.com,none,no,203\.0\.113\.9,address,10,0,0,10,203\.0\.113\.9,"not signed/,
    );
  });

  it("a configuration that is one", async () => {
    const { code, out } = await run("in", "--learn");
    expect(code).toBe(0);
    expect(out).toBe(`# Learnt from 1 report and 1 message; take out what is not yours.
targets:
  - domain: example.com
    selectors: [s1, m1]
    senders: ["192.0.2.1"]
`);
    const folder = emptyFolder();
    writeFileSync(join(folder, "mailworthy.config.yaml"), out);
    expect(
      await mailworthy(["--only", "spf/present"], { cwd: folder, world: { zone: 'example.com TXT "v=spf1 -all"' } }),
    ).toMatchObject({ code: 0 });
  });

  it("a configuration from a message alone, and of nothing", async () => {
    expect(await run("in/m.eml", "--learn")).toMatchObject({
      code: 0,
      out: expect.stringContaining("selectors: [m1]") as string,
    });
    put("plain.eml", mail());
    expect(await run("plain.eml", "--learn")).toMatchObject({
      code: 0,
      out: expect.stringContaining("# No selector") as string,
    });
  });

  it("standard input", async () => {
    const { code, out } = await mailworthy(["reports", "-"], { cwd, stdin: dmarcXml() });
    expect(code).toBe(0);
    expect(out).toContain("example.com  p=reject");
  });
});
