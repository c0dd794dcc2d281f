import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { dmarcXml, mail } from "../reports/samples.js";
import { emptyFolder, mailworthy } from "./shell.js";

const cwd = emptyFolder();
const put = (name: string, text: string) => writeFileSync(join(cwd, name), text);
put("report.xml", dmarcXml({ rows: [{ count: 9 }, { signed: "example.com old pass", ip: "203.0.113.9" }] }));
put("mail.eml", mail([], "d=example.com; s=m1"));
put("cut.xml", dmarcXml().slice(0, 300));
const world = {
  zone: `
  example.com MX 10 mx.example.com
  mx.example.com A 192.0.2.1
  1.2.0.192.in-addr.arpa PTR mx.example.com
  example.com TXT "v=spf1 ip4:192.0.2.1 -all"
  s1._domainkey.example.com TXT "v=DKIM1; k=rsa; p=AAAA"
  m1._domainkey.example.com TXT "v=DKIM1; k=rsa; p=AAAA"`,
};
const only = "dkim/selector-present,ptr/exists";
const run = (...argv: string[]) => mailworthy(["example.com", "--only", only, ...argv], { cwd, world });

describe("what reports and messages show", () => {
  it("is looked at where nothing is declared, and said to be learnt", async () => {
    const { code, out, err } = await run("--reports", "report.xml", "-v");
    expect(code).toBe(0);
    expect(err).toContain(
      "mailworthy: selectors and senders of 1 domain learnt from 1 report, for where none is declared\n",
    );
    expect(out).toMatch(/^example\.com\s+sends.*1 selector learnt from reports,\s+1 sender learnt from reports/);
    expect(out).toMatch(/learnt from reports and without a key today, so out of use: old/);
    expect(out).toMatch(/learnt from reports and not let by SPF today, so out of use: 203\.0\.113\.9/);
  });

  it("is in JSON, with the subject", async () => {
    const { out } = await run("--reports", "report.xml", "--reports", "mail.eml", "--json");
    const { results } = JSON.parse(out) as { results: { subject: object; status: string }[] };
    const subjects = results.map(({ subject, status }) => ({ status, ...subject }));
    expect(subjects).toContainEqual(expect.objectContaining({ selector: "s1", learnt: true, status: "pass" }));
    expect(subjects).toContainEqual(expect.objectContaining({ selector: "m1", learnt: true, status: "pass" }));
    expect(subjects).toContainEqual(expect.objectContaining({ kind: "sender", name: "192.0.2.1", learnt: true }));
    expect(subjects.map(({ status }) => status)).not.toContain("fail");
  });

  it("is named as learnt by reporters of lines", async () => {
    const { out } = await run("--reports", "report.xml", "-r", "tap");
    expect(out).toContain("s1._domainkey.example.com (learnt from reports)");
    expect(out).toContain("example.com from 192.0.2.1 (learnt from reports)");
  });

  it("gives way to what is declared", async () => {
    const { out } = await run("--reports", "report.xml", "--selector", "m1", "--sender", "192.0.2.1", "-v");
    expect(out).toContain("1 selector, 1 sender");
    expect(out).not.toContain("learnt");
  });

  it("may stand in the configuration, with paths from there", async () => {
    put("mailworthy.config.yaml", "reports: report.xml\n");
    const { out } = await mailworthy(["example.com", "--only", only, "-c", join(cwd, "mailworthy.config.yaml")], {
      world,
    });
    expect(out).toContain("1 selector learnt from reports");
  });
});

describe("what cannot be learnt from", () => {
  it("is said, and the rest is learnt", async () => {
    const { code, err } = await run("--reports", "cut.xml", "--reports", "report.xml");
    expect(code).toBe(0);
    expect(err).toContain("cut.xml:4:1: unclosed tag: domain\n");
  });

  it.each([["cut.xml"], ["gone.xml"]])("%s alone: there is no run", async (path) => {
    const { code, out, err } = await run("--reports", path);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain("no report to learn from");
  });
});
