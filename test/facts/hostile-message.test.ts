import * as fc from "fast-check";
import { audit } from "mailworthy";
import { worldNet } from "mailworthy/testing";
import { describe, expect, it } from "vitest";
import { letter, received } from "../mail.js";

/** What comes of a message; a fault of ours would be told as one. */
async function judged(octets: string): Promise<string[]> {
  const { reports } = await audit({
    targets: [{ message: "m.eml" }],
    net: worldNet({ files: { "m.eml": octets } }),
    only: ["msg/*", "dkim/message-verifies", "dkim/signature-quality"],
    lists: [],
  });
  const results = reports.flatMap((report) => report.results);
  expect(results.length).toBeGreaterThan(0);
  return results.flatMap(({ reason = "" }) => (/itself broke/.test(reason) ? [reason] : []));
}

const nested = (depth: number): string => {
  let body = "Content-Type: text/plain\n\nend\n";
  for (let at = 0; at < depth; at++)
    body = `Content-Type: multipart/mixed; boundary="b${at}"\n\n--b${at}\n${body}\n--b${at}--\n`;
  return body;
};

describe("a hostile message is bounded and breaks nothing", () => {
  it.each<[string, string]>([
    ["nothing", ""],
    ["NULs", "A: \0\0\0\r\n\r\n\0"],
    ["10,000 fields", letter(received()).replace("\r\n", `\r\n${"X: y\r\n".repeat(10_000)}`)],
    ["a field folded 50,000 times", letter({ "X-Long": "a\n ".repeat(50_000) })],
    ["parts 5,000 deep", `From: a@example.com\n${nested(5_000)}`],
    ["10,000 parts", letter({ "Content-Type": 'multipart/mixed; boundary="b"' }, "--b\n\nx\n".repeat(10_000))],
    [
      "1,500 parts of 15 KB",
      letter(
        { "Content-Type": 'multipart/mixed; boundary="b"' },
        `--b\n\n${`${"x y ".repeat(18)}\n`.repeat(200)}`.repeat(1_500),
      ),
    ],
    ["500,000 lines", letter({}, "\n".repeat(500_000))],
    ["HTML of 5 MB", letter({ "Content-Type": "text/html" }, `${"x".repeat(900)}\n`.repeat(6_000))],
    ["a line of 2 MB", letter({}, "x".repeat(2_000_000))],
    ["an unknown charset", letter({ "Content-Type": "text/plain; charset=x-none" }, "\xff\xfe")],
    ["encoded words without end", letter({ Subject: "=?utf-8?B?".repeat(5_000) })],
    ["bare CRs", letter({}, "a\rb\r\r\n\rc")],
    ["10,000 addresses", letter({ From: "a@example.com,".repeat(10_000) })],
    ["11 signatures", "DKIM-Signature: v=1\r\n".repeat(11) + letter()],
    ["a signature of nonsense", `DKIM-Signature: v=1; a=rsa-sha256; d=..; s=\\; h=from; bh=!; b=;\r\n${letter()}`],
    ["HTML of brackets", letter({ "Content-Type": "text/html" }, "<".repeat(200_000))],
    ["ARC sets that are none", "ARC-Seal: i=1; cv=none\r\nARC-Seal: i=99\r\n" + letter()],
  ])("%s", async (_, octets) => {
    expect(await judged(octets)).toEqual([]);
  });

  it("any octets", async () => {
    const lines = fc.constantFrom(
      "From: a@example.com",
      "DKIM-Signature: v=1; d=example.com; s=s; h=from",
      "Received: from a ([192.0.2.1]) by b with SMTP; 1 Jan 2026 00:00:00 +0000",
      "Content-Type: multipart/mixed; boundary=b",
      "--b",
      "--b--",
      "",
      " folded",
      "List-Unsubscribe: <https://a.example>",
      "<img src='",
    );
    const octets = fc.array(
      fc.oneof(
        lines,
        fc.string({ unit: fc.integer({ min: 0, max: 255 }).map((code) => String.fromCharCode(code)), maxLength: 60 }),
      ),
      { maxLength: 30 },
    );
    await fc.assert(
      fc.asyncProperty(octets, fc.constantFrom("\r\n", "\n", "\r"), async (parts, end) => {
        expect(await judged(`A: b${end}${parts.join(end)}`)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  }, 60_000);
});
