import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseAddressList, parsePath } from "../../src/syntax/address-list.js";
import { parseAuthenticationResults } from "../../src/syntax/authentication-results.js";
import { uncommented } from "../../src/syntax/comments.js";
import { parseDkimSignature } from "../../src/syntax/dkim-signature.js";
import { readHtml } from "../../src/syntax/html.js";
import { parseListUnsubscribe } from "../../src/syntax/list-unsubscribe.js";
import { parseDate } from "../../src/syntax/mail-date.js";
import { messageIdFault } from "../../src/syntax/message-id.js";
import { lineEnds, looksLikeMessage, onTheWire, parseMessage, unfolded } from "../../src/syntax/message.js";
import { parseReceived } from "../../src/syntax/received.js";

describe("the header section", () => {
  it("is fields, folded lines with theirs, up to the empty line", () => {
    const { fields, strays, bodyAt } = parseMessage("A: 1\r\nb :2\r\n\t3\r\nno field\r\n\r\nC: 4\r\n");
    expect(fields.map((field) => [field.name, field.key, unfolded(field), field.line])).toEqual([
      ["A", "a", "1", 1],
      ["b", "b", "2\t3", 2],
    ]);
    expect(strays).toEqual([4]);
    expect(bodyAt).toBe(28);
  });

  it("may have the line of an mbox before it, and no body", () => {
    expect(parseMessage("From ann Thu Jan 1\nA: 1\n").fields).toHaveLength(1);
    expect(looksLikeMessage("From ann Thu Jan 1\nA: 1\n")).toBe(true);
    expect(looksLikeMessage("a.example\nb.example\n")).toBe(false);
    expect(looksLikeMessage("")).toBe(false);
  });
});

it.each<[string, Partial<ReturnType<typeof parseReceived>>]>([
  [
    "from mail.example.com (mail.example.com [192.0.2.1]) (using TLSv1.3 with cipher X) by mx.example.org (Postfix) with ESMTPS id 1 for <a@b.example>; Thu, 1 Jan 2026 00:00:00 +0100",
    {
      helo: "mail.example.com",
      ip: "192.0.2.1",
      name: "mail.example.com",
      by: "mx.example.org",
      protocol: "ESMTPS",
      tls: true,
      at: "2025-12-31T23:00:00.000Z",
    },
  ],
  [
    "from out.example.com ([IPv6:2001:db8::1]) by mx.google.com with ESMTP id x; Thu, 1 Jan 2026 00:00:00 GMT",
    { helo: "out.example.com", ip: "2001:db8::1", name: null, tls: false },
  ],
  [
    "from [192.0.2.7] (helo=box) by mx.example.org with esmtp (Exim 4)",
    { helo: "box", ip: "192.0.2.7", protocol: "ESMTP" },
  ],
  ["by 2002:a05:6402 with SMTP id x; Thu, 1 Jan 2026 00:00:00 -0800 (PST)", { helo: null, ip: null, protocol: "SMTP" }],
  ["(qmail 1 invoked by uid 0); 1 Jan 2026 00:00:00 -0000", { helo: null, ip: null, by: null, tls: null }],
  [
    "from A.outlook.com (2603:10a6:20b::1) by B.outlook.com (2603:10a6::2) with Microsoft SMTP Server (version=TLS1_2, cipher=X) id 1",
    { ip: "2603:10a6:20b::1", tls: true },
  ],
])("Received: %s", (text, hop) => {
  expect(parseReceived(text)).toMatchObject(hop);
});

it.each([
  ["example.org; none", { authservId: "example.org", results: [] }],
  [
    `example.org 1; spf=pass (ok; really) smtp.mailfrom=a@b.example; dkim/1=fail reason="bad; sig" header.d=b.example header.b=a/b+c==;`,
    {
      authservId: "example.org",
      results: [
        { method: "spf", result: "pass", properties: { "smtp.mailfrom": "a@b.example" } },
        {
          method: "dkim",
          result: "fail",
          reason: "bad; sig",
          properties: { "header.d": "b.example", "header.b": "a/b+c==" },
        },
      ],
    },
  ],
  ["spf=pass smtp.mailfrom=a.example", { error: '"spf=pass smtp.mailfrom=a.example" names no server' }],
  ["example.org 2; none", { error: "its version 2 is not known" }],
  ["example.org", { error: "it holds no result" }],
  ["example.org; spf", { error: '"spf" is no result' }],
])("Authentication-Results: %s", (text, found) => {
  expect(parseAuthenticationResults(text)).toEqual(found);
});

it("HTML is links, pictures and text, whatever is broken in it", () => {
  const html = `<!-- <a href=no> --><style>p{}</style><p>A &amp; b<br>c</p><a href='https://x.example/?a=1&amp;b=2'>go <b>on</b></a><img src=p.png alt><a href="#`;
  expect(readHtml(html, 10)).toMatchObject({
    links: [{ href: "https://x.example/?a=1&b=2", text: "go on" }, {}],
    images: [{ src: "p.png", alt: "", width: null }],
    text: "A & b c go on",
  });
});

it("a comment may hold others, and quotes hide it", () => {
  expect(uncommented(`a (b (c) \\) d) "(e)" (f`)).toEqual({ text: `a   "(e)" `, comments: ["b (c) \\) d", "f"] });
});

it("a reverse-path", () => {
  expect([parsePath("<>"), parsePath("<a@B.example>"), parsePath("a@b.example"), parsePath("<a>")]).toEqual([
    "",
    "a@b.example",
    "a@b.example",
    undefined,
  ]);
});

const hostile = fc.oneof(
  fc.string({ unit: "binary", maxLength: 400 }),
  fc
    .array(
      fc.constantFrom(
        ...'()<>"\\,;:=@.[]& \r\n\t\0-+ab1'.split(""),
        "from ",
        " by ",
        "<a href=",
        "<!--",
        "=?utf-8?Q?",
        "é",
      ),
      { maxLength: 300 },
    )
    .map((pieces) => pieces.join("")),
);

const readers: Record<string, (text: string) => unknown> = {
  parseMessage: (text) => parseMessage(text).fields.map(unfolded),
  lineEnds,
  onTheWire,
  parseReceived,
  parseAuthenticationResults,
  parseAddressList,
  parsePath,
  parseDkimSignature,
  parseDate,
  messageIdFault,
  parseListUnsubscribe,
  uncommented,
  readHtml: (text) => readHtml(text, 10),
};

describe("hostile text", () => {
  it.each(Object.keys(readers))("%s reads anything", (name) => {
    fc.assert(
      fc.property(hostile, (text) => void readers[name]!(text)),
      { numRuns: 300 },
    );
  });

  it.each(
    Object.keys(readers).flatMap((name) =>
      [
        "(",
        "<",
        '"',
        "\\",
        "\n",
        "\r",
        " ",
        "\n ",
        "a=",
        ";",
        ",",
        "<a ",
        "<a '",
        "from [",
        "=\"'",
        "&#",
        "<style>",
        "a.",
        "(",
      ].map((piece) => [name, piece] as const),
    ),
  )("%s ends on a great many %j", (name, piece) => {
    readers[name]!(piece.repeat(200_000 / piece.length));
  });
});
