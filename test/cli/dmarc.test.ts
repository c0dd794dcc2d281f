import { describe, expect, it } from "vitest";
import type { DmarcLookup } from "../../src/dmarc/lookup.js";
import { mailworthy } from "./shell.js";

const world = {
  zone: `
  _dmarc.example.com TXT "v=DMARC1; p=reject; sp=quarantine; np=reject; aspf=s; rua=mailto:d@example.com,mailto:d@reports.example.net; ruf=mailto:f@other.example"
  example.com._report._dmarc.reports.example.net TXT "v=DMARC1"
  news.example.com A 192.0.2.1
  _dmarc.own.example.com TXT "v=DMARC1; p=none; t=y"
  _dmarc.two.example.com TXT "v=DMARC1; p=none"
  _dmarc.two.example.com TXT "v=DMARC1; p=reject"
  _dmarc.b.between.example.com A 192.0.2.1
  _dmarc.between.example.com TXT "v=DMARC1; p=none"
  _dmarc.test.example TXT "v=DMARC1; p=reject; t=y; pct=20"
  _dmarc.mail.other.example TXT "v=DMARC1; p=quarantine"
  _dmarc.quiet.example TXT "v=DMARC1; p=none; rua=mailto:a@silent-too.example"
  _dmarc.np.example TXT "v=DMARC1; p=none; np=reject"
  here.np.example A 192.0.2.1
  _dmarc.empty.example TXT "v=DMARC1"
  _dmarc.bank TXT "v=DMARC1; p=reject; psd=y"
  _dmarc.silent-too.example TXT !timeout
  quiet.example._report._dmarc.silent-too.example TXT !timeout
  silent.example * !timeout
  _dmarc.silent.example TXT !timeout`,
};
const run = (...argv: string[]) => mailworthy(["dmarc", "--width", "80", ...argv], { world });

describe("a domain", () => {
  it("with its own record", async () => {
    const { code, out } = await run("example.com");
    expect(code).toBe(0);
    expect(out.replace(/\d+(?:\.\d+)? m?s {2}exit/, "0 s  exit")).toMatchInlineSnapshot(`
      "example.com

      Walk       _dmarc.example.com
                   v=DMARC1; p=reject; sp=quarantine; np=reject; aspf=s; rua=mailto:d@example.com,mailto:d@reports.example.net; ruf=mailto:f@other.example
                   the domain's own record, so it applies; the walk goes on
                 _dmarc.com
                   no such name
                   the walk ends: nothing is above

      Applies    the record at _dmarc.example.com, its own
                 organizational domain: example.com

      Policy     example.com: reject
                 a subdomain of it that exists: quarantine
                 a subdomain of it that does not exist: reject

      Alignment  DKIM: d= within example.com (adkim=r, relaxed)
                 SPF: MAIL FROM exactly the domain in From (aspf=s, strict)

      Reports    ✓ aggregate mailto:d@example.com
                   of the same organization, so nobody need agree
                 ✓ aggregate mailto:d@reports.example.net
                   agreed to at example.com._report._dmarc.reports.example.net
                 ! failure mailto:f@other.example
                   another organization that has not agreed, so receivers send
                   nothing; it agrees by
                   example.com._report._dmarc.other.example TXT "v=DMARC1"

      RFC 7489   receivers that still go by it differ:
                 ! np is not known to it: names that do not exist get quarantine

      Healthy    receivers are asked to reject mail that fails DMARC for example.com
      0 s  exit 0
      "
    `);
  });

  it.each([
    ["news.example.com", 0, /no such name\n +the walk goes on/],
    ["news.example.com", 0, /news\.example\.com: quarantine\n +a subdomain of it that exists: quarantine\n/],
    ["news.example.com", 0, /the organizational domain's record, so it applies/],
    ["own.example.com", 0, /^Policy +own\.example\.com: none\n +a subdomain of it that exists: quarantine/m],
    ["own.example.com", 0, /the domain's own record, so it applies; the walk goes on\n/],
    ["own.example.com", 0, /the organizational domain's record; it does not apply, since/],
    ["two.example.com", 0, /✗ 2 DMARC records, so none of them counts/],
    ["two.example.com", 0, /two\.example\.com: no policy/],
    ["a.b.between.example.com", 0, /_dmarc\.b\.between\.example\.com\n +no record/],
    ["a.b.between.example.com", 0, /neither the domain's nor the organizational domain's record/],
    ["test.example", 0, /reject, while tested quarantine/],
    ["test.example", 0, /! t=y is not known to it, so reject is applied\n/],
    ["test.example", 0, /pct=20: reject is applied to 20 % of the mail that fails/],
    ["own.example.com", 0, /names that do not exist get quarantine/],
    ["gone.np.example", 0, /gone\.np\.example: reject\n/],
    ["here.np.example", 0, /here\.np\.example: none\n/],
    ["mail.other.example", 0, /! organizational domain: other\.example, by the Public Suffix List/],
    ["some.bank", 0, /the public suffix's record, so it applies; psd=y ends the walk/],
    ["some.bank", 0, /! some\.bank: no policy/],
    ["nothing.example", 1, /^Failing +no DMARC record applies to nothing\.example +.*exit 1$/m],
    ["nothing.example", 1, /publish this at _dmarc\.nothing\.example:\n +v=DMARC1; p=none; rua=/],
    ["empty.example", 1, /has no policy that counts/],
    ["silent.example", 3, /\? no answer for _dmarc\.silent\.example TXT/],
    ["quiet.example", 3, /\? aggregate mailto:a@silent-too\.example\n +whether it agrees is not known/],
    ["a.b.c.d.e.f.g.h.example.com", 0, /_dmarc\.d\.e\.f\.g\.h\.example\.com/],
  ])("%s exits %i and shows %s", async (domain, exit, shown) => {
    const { code, out } = await run(domain);
    expect(out).toMatch(shown);
    expect(code).toBe(exit);
    for (const line of out.split("\n")) if (!line.includes("v=DMARC1")) expect(line.length).toBeLessThanOrEqual(80);
  });

  it("as JSON", async () => {
    const { out } = await run("news.example.com", "--json");
    const found = JSON.parse(out) as DmarcLookup;
    expect(found).toMatchObject({
      domain: "news.example.com",
      organizational: { state: "known", value: "example.com" },
      policy: { value: { at: "example.com", inherited: true, missing: { asked: "reject", applied: "reject" } } },
      older: { value: { organizational: "example.com", asked: "quarantine" } },
      reports: [
        { tag: "rua", consent: "inside" },
        { tag: "rua", consent: "given", name: "example.com._report._dmarc.reports.example.net" },
        { tag: "ruf", consent: "missing", name: "example.com._report._dmarc.other.example" },
      ],
    });
    expect(found.walk.map(({ found }) => found)).toEqual(["no-name", "record", "no-name"]);
  });
});

describe("a message", () => {
  it.each([
    [["example.com", "--dkim", "mail.example.com"], 0, /✓ d=mail\.example\.com aligns/],
    [["example.com", "--mail-from", "bounce@bounce.example.com"], 1, /MAIL FROM bounce\.example\.com does not align/],
    [["example.com", "--mail-from", "example.com"], 0, /✓ DMARC passes/],
    [["example.com", "--dkim", "esp.example"], 1, /✗ DMARC fails; _dmarc\.example\.com asks for reject/],
    [["--from", "Anna <anna@news.example.com>", "--dkim", "esp.example,example.com"], 0, /From: news\.example\.com/],
    [["example.com", "--from", "gone.example.com"], 1, /asks for reject/],
    [["nothing.example", "--dkim", "nothing.example"], 1, /no DMARC policy applies to nothing\.example/],
    [["example.com", "--dkim", "a.silent.example"], 1, /d=a\.silent\.example does not align/],
    [["silent.example", "--dkim", "silent.example"], 3, /whether it aligns is not known/],
  ])("%j exits %i and shows %s", async (argv, exit, shown) => {
    const { code, out } = await run(...argv);
    expect(out).toMatch(shown);
    expect(code).toBe(exit);
  });
});

it.each([[[]], [["example..com"]], [["example.com", "--dkim", "no name"]], [["example.com", "example.net"]]])(
  "%j is not asked",
  async (argv) => expect(await run(...argv)).toMatchObject({ code: 2, out: "" }),
);

it("asks nothing offline", async () => {
  expect(await run("example.com", "--offline")).toMatchObject({ code: 3 });
});

it("writes ASCII where nothing else may be written", async () => {
  const { out } = await run("two.example.com", "--ascii");
  expect(out).toMatch(/^[\n -~]*$/);
});
