import { describe, expect, it } from "vitest";
import { cloudflare } from "../../src/zones/cloudflare.js";
import { problems, read } from "./shown.js";

const record = (type: string, name: string, content: string, more: object = {}): object => ({
  id: "1",
  type,
  name,
  content,
  ttl: 300,
  proxied: false,
  ...more,
});
const page = (result: object[], info: object = { page: 1, total_pages: 1, total_count: result.length }): object => ({
  success: true,
  result,
  result_info: info,
});
const of = { origin: "example.com" };

describe("what Cloudflare lists", () => {
  it("is the zone where all of it is there", () =>
    expect(
      read(
        cloudflare,
        page([
          record("MX", "example.com", "mx1.example.com", { priority: 10 }),
          record("TXT", "example.com", '"v=spf1 mx" " -all"', { ttl: 1 }),
          record("TXT", "_dmarc.example.com", "v=DMARC1; p=none"),
          record("CAA", "example.com", "", {
            content: undefined,
            data: { flags: 0, tag: "issue", value: "ca.example; a=1" },
          }),
          record("SRV", "_s._tcp.example.com", "5 8806 sip.example.com", {
            priority: 1,
            data: { priority: 1, weight: 5, port: 8806, target: "sip.example.com" },
          }),
          record("A", "mail.example.com", "192.0.2.1", { proxied: true, ttl: 1 }),
          record("CNAME", "example.com", "site.example.net"),
          record("CNAME", "www.example.com", "site.example.net", { proxied: true }),
          record("CNAME", "flat.example.com", "site.example.net", { settings: { flatten_cname: true } }),
          record("CNAME", "plain.example.com", "site.example.net", { settings: { flatten_cname: false } }),
          record("MX", "null.example.com", ".", { priority: 0 }),
        ]),
        of,
      ).map((zone) => ({ ...zone, lines: undefined })),
    ).toMatchObject([
      {
        zone: "example.com zone cloudflare",
        records: [
          expect.stringMatching(/ example.com 300 MX 10 mx1.example.com.$/),
          expect.stringMatching(/ example.com 300\? TXT "v=spf1 mx" " -all"$/),
          expect.stringMatching(/ example.com 300 CAA 0 issue "ca.example; a=1"$/),
          expect.stringMatching(/ _dmarc.example.com 300 TXT "v=DMARC1; p=none"$/),
          expect.stringMatching(/ _s._tcp.example.com 300 SRV 1 5 8806 sip.example.com.$/),
          expect.stringMatching(/ plain.example.com 300 CNAME site.example.net.$/),
          expect.stringMatching(/ null.example.com 300 MX 0 .$/),
        ],
        unknown: [
          "mail.example.com A proxied",
          "mail.example.com AAAA proxied",
          "www.example.com A proxied site.example.net",
          "www.example.com AAAA proxied site.example.net",
          "flat.example.com A alias site.example.net",
          "flat.example.com AAAA alias site.example.net",
          "example.com A alias site.example.net",
          "example.com AAAA alias site.example.net",
        ].map((line) => expect.stringContaining(line) as unknown),
      },
    ]));

  it("says its zone in older answers", () =>
    expect(
      read(cloudflare, page([record("A", "a.example.com", "192.0.2.1", { zone_name: "example.com" })])),
    ).toMatchObject([{ zone: "example.com zone cloudflare" }]));

  it("of a zone that is not named is a part", () =>
    expect(read(cloudflare, page([record("A", "a.example.com", "192.0.2.1")]))).toMatchObject([
      { zone: ". partial cloudflare" },
    ]));

  it.each<[string, unknown, string]>([
    [
      "a page of two",
      page([record("A", "a.example.com", "192.0.2.1")], { page: 1, total_pages: 2, total_count: 2 }),
      "1 of 2 records are in the file",
    ],
    [
      "a page of three",
      page([record("A", "a.example.com", "192.0.2.1")], { page: 1, total_pages: 3 }),
      "1 of 3 pages are in the file",
    ],
  ])("%s is a part", (_, content, note) =>
    expect(read(cloudflare, content, of)).toMatchObject([
      { zone: "example.com partial cloudflare", notes: [`1 ${note}`] },
    ]),
  );

  it("in a list of all pages is the zone", () => {
    const pages = [1, 2].map((at) =>
      page([record("A", `a${at}.example.com`, "192.0.2.1")], { page: at, total_pages: 2, total_count: 2 }),
    );
    expect(read(cloudflare, pages, of)).toMatchObject([{ zone: "example.com zone cloudflare" }]);
  });

  it.each<[unknown, string]>([
    [{ result: [] }, "undefined:undefined no record in it"],
    [{ result: "x" }, '1:1 "result" is no list'],
    [{ result: [1] }, '1:1 "result" is no list of maps'],
  ])("%j", (content, problem) => expect(problems(cloudflare, content)).toEqual([problem]));
});

describe("detection", () => {
  it.each([
    [JSON.stringify(page([record("A", "a", "b")])), true],
    [JSON.stringify([page([record("A", "a", "b")])]), true],
    ['{"result": []}', false],
  ])("%s", (octets, is) => expect(cloudflare.detect({ file: "a.json", octets })).toBe(is));
});
