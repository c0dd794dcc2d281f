import { describe, expect, it } from "vitest";
import { proxyHeader } from "../../src/probe/proxy.js";
import { wired } from "../../src/probe/transfer.js";
import { letter } from "../../src/probe/letter.js";

describe("a PROXY header", () => {
  it("in text", () => {
    const header = proxyHeader("v1", { ip: "192.0.2.1", port: 4000 }, { ip: "192.0.2.25", port: 25 });
    expect(String(header)).toBe("PROXY TCP4 192.0.2.1 192.0.2.25 4000 25\r\n");
  });

  it.each([
    ["192.0.2.1", "192.0.2.25", "2111000cc0000201c00002190fa00019"],
    ["2001:db8::1", "2001:db8::25", "2121002420010db800000000000000000000000120010db80000000000000000000000250fa00019"],
  ])("in octets, from %s", (from, to, hex) => {
    const header = proxyHeader("v2", { ip: from, port: 4000 }, { ip: to, port: 25 });
    expect(header.toString("hex")).toBe(`0d0a0d0a000d0a515549540a${hex}`);
  });
});

describe("a message on the wire", () => {
  it.each([
    ["a line", "a\r\n", "a\r\n.\r\n"],
    ["none", "", ".\r\n"],
    ["a last line without its end", "a", "a\r\n.\r\n"],
    ["dots", ".\r\n..\r\na.b\r\n", "..\r\n...\r\na.b\r\n.\r\n"],
    ["LF and CR alone", "a\nb\rc", "a\r\nb\r\nc\r\n.\r\n"],
    ["what would end it early elsewhere", "a\n.\nQUIT\r.\r\n", "a\r\n..\r\nQUIT\r\n..\r\n.\r\n"],
  ])("%s", (_, message, wanted) => {
    expect(wired(Buffer.from(message, "latin1")).toString("latin1")).toBe(wanted);
  });

  it("keeps octets", () => {
    expect(wired(Buffer.from([0xe9, 0, 0xff])).toString("latin1")).toBe("\xe9\0\xff\r\n.\r\n");
  });
});

describe("a letter", () => {
  const wish = { from: "ada@example.com", to: ["bo@example.net"], headers: [], attachments: [], now: 0 };

  it("has what every message has", async () => {
    const text = String(await letter(wish));
    for (const field of [
      /^From: ada@example.com$/m,
      /^To: bo@example.net$/m,
      /^Date: Thu, 01 Jan 1970/m,
      /^Message-ID: </m,
    ])
      expect(text.replaceAll("\r", "")).toMatch(field);
  });

  it("takes fields, a text and files of the user's", async () => {
    const text = String(
      await letter({
        ...wish,
        headers: ["Subject: a test", "X-Own: 1"],
        body: "Guten Tag\n",
        attachments: [{ filename: "a.txt", content: Buffer.from("attached") }],
      }),
    ).replaceAll("\r", "");
    expect(text).toMatch(/^Subject: a test$/m);
    expect(text).toMatch(/^X-Own: 1$/m);
    expect(text).toContain("Guten Tag");
    expect(text).toMatch(/filename=a\.txt/);
  });

  it("reads no file that a body or a field names", async () => {
    expect(String(await letter({ ...wish, body: "/etc/passwd" }))).not.toContain("root:");
  });
});
